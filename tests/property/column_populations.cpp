// SPDX-License-Identifier: Apache-2.0
// A population held by columns gives the answers of one held by rows: of every subject, refused ones among them, whatever the batches, the
// types of columns and the number of threads.
#include "support/arrow.hpp"
#include "support/effort.hpp"
#include "support/rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>

namespace test_column_populations {

namespace {

using tests::arrow::made_column;

/// Every way in which subjects tell each other something: counts, sums, means, extremes and points over sub-units of several kinds and of
/// the same kind, outcomes of the parent and of other standards, bounds between what is told, quotas, facts of some kinds only.
const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of({tests::head + R"(
standard school_score for school, class {
  facts {
    open   yes_no
    pupils count at most 60
    absent count at most 24
    warmth number scale 1 at least 0 at most 40
    since  date
    labs   count at most 3 only for school
  }
  not subject when pupils = 13
  not applicable is left out
  criterion 1 40 points when open
  criterion 2 60 points less 2.5 per absent
  criterion 3 when warmth > 10 and since < 2000-01-01
  criterion 4 plus 5 when labs >= 1
  outcome good when total >= 70 and criterion 3 is met
  outcome fair when total >= 50
  outcome weak otherwise
  quota good at most 40% of fair or better  highest total first  fewer than 4 at most 1  cite 4.2
  quota fair at most 60% of all  highest pupils first
}
standard town_score for town {
  facts {
    towns    count                        from count of (town) where outcome is met
    schools  count                        from count of (school, class)
    good     count at most schools        from count of (school, class) where outcome is good
    pupils   count                        from sum of pupils over (school) where open
    average  number scale 2               from mean of total over (school) rounded to 0.01 half up
    warmest  number scale 1               from greatest of warmth over (school, class) where open
    coldest  number scale 1 at least 0    from least of warmth over (school)
    oldest   date                         from least of since over (school)
    in_order number scale 2               from sum of points of 2 over (school) where open
    equipped count                        from count of (school, class) where points of 4 >= 5
    lab_bonus number                      from least of points of 4 over (school, class)
    calm     yes_no
  }
  criterion 1 when pupils > 50 and average >= 50 and warmest > 30 and coldest > 10
  criterion 2 when oldest < 2000-01-01 or in_order > 100 or equipped > 2 and lab_bonus >= 5
  criterion 3 when good >= 30% of schools and (towns >= 1 or calm)
  outcome met when (criterion 1 is met or criterion 2 is met) and criterion 3 is met
  outcome not_met otherwise
  quota met at most 50% of all  highest pupils first
}
)",
                                             R"(
document "2" { title "Test" status illustrative in force from 2000-01-01 }
standard school_safety for school {
  facts { open yes_no fires count at most 2 }
  criterion 1 when open and fires = 0
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard town_rank for town {
  facts { calm yes_no }
  criterion 1 when calm
  criterion 2 when outcome of town_score is met
  criterion 3 when outcome of town_rank of parent is not low
  outcome high when every criterion is met
  outcome low otherwise
}
)"});
    return one;
}

struct table_row {
    tieuchi::subject subject; ///< every value as text
    bool is_null = false;
};

class generator {
public:
    explicit generator(std::mt19937_64 random) : random_(random) {}

    [[nodiscard]] std::vector<table_row> rows() {
        std::vector<table_row> made;
        const std::size_t count = std::array<std::size_t, 6>{0, 1, 9, 40, 150, 1300}[pick(6)];
        wrong_ = std::array<unsigned, 3>{0, 2, 12}[pick(3)];
        missing_ = std::array<unsigned, 3>{0, 8, 50}[pick(3)];
        raters_ = pick(4) == 0;
        told_ = pick(3) == 0;
        for (std::size_t i = 0; i < count; ++i) { made.push_back(row(i, made)); }
        std::shuffle(made.begin(), made.end(), random_);
        return made;
    }
    [[nodiscard]] std::size_t pick(std::size_t below) { return random_() % below; }
    [[nodiscard]] bool one_in(std::size_t many) { return random_() % many == 0; }

private:
    [[nodiscard]] bool is_wrong() { return random_() % 100 < wrong_; }

    [[nodiscard]] table_row row(std::size_t number, const std::vector<table_row>& before) {
        table_row made;
        tieuchi::subject& one = made.subject;
        one.id = is_wrong() && !before.empty() ? before[pick(before.size())].subject.id : "s" + std::to_string(number);
        one.kind = is_wrong() ? "village" : std::array{"school", "class", "town", "town"}[pick(4)];
        if (raters_) { one.rater = one_in(3) ? "first" : "second"; }
        if (!before.empty() && !one_in(4)) {
            const tieuchi::subject& above = before[pick(before.size())].subject;
            if (above.kind == "town" || one_in(20)) { one.parent = above.id; }
            if (raters_ && !is_wrong()) { one.rater = above.rater; }
        }
        if (is_wrong()) { one.parent = one_in(2) ? one.id : "nobody"; }
        tell(one);
        made.is_null = is_wrong() && one_in(3);
        if (made.is_null) { one = {}; }
        return made;
    }

    void tell(tieuchi::subject& to) {
        const bool town = to.kind == "town";
        const bool school = to.kind == "school";
        const auto put = [&](const char* name, bool has, std::string value) {
            if (random_() % 100 < missing_) { return; }
            if (!has && !is_wrong()) { return; }
            if (is_wrong()) { value = one_in(2) ? "-1" : "much"; }
            to.values.emplace_back(name, std::move(value));
        };
        put("open", !town, one_in(5) ? "no" : "yes");
        put("pupils", !town || (told_ && one_in(6)), std::to_string(pick(town ? 300 : 60)));
        put("absent", !town, std::to_string(pick(25)));
        put("warmth", !town, std::to_string(pick(40)) + ".5");
        put("since", !town, one_in(2) ? "1990-05-01" : "2010-01-0" + std::to_string(1 + pick(9)));
        put("labs", school, std::to_string(pick(4)));
        put("fires", school, std::to_string(pick(2)));
        put("calm", town, one_in(2) ? "no" : "yes");
        put("schools", town && told_ && one_in(6), std::to_string(pick(4)));
        put("good", town && told_ && one_in(6), std::to_string(pick(4)));
        put("parent_outcome_of_town_rank", town && (told_ || to.parent.empty()) && one_in(2), one_in(2) ? "high" : "low");
        put("outcome_of_town_score", town && told_ && one_in(5), one_in(2) ? "met" : "not_met");
    }

    std::mt19937_64 random_;
    unsigned wrong_ = 0;   ///< in a hundred
    unsigned missing_ = 0; ///< the same
    bool raters_ = false;
    bool told_ = false; ///< some bodies tell what others could
};

/// The names as texts, as a dictionary, or, where they are so, as whole numbers.
[[nodiscard]] made_column key_column(const std::string& name, const std::vector<std::string>& values, generator& by) {
    std::vector<bool> valid;
    valid.reserve(values.size());
    for (const auto& one : values) { valid.push_back(!one.empty()); }
    switch (by.pick(4)) {
    case 0: return tests::arrow::large_texts(name, values);
    case 1: return tests::arrow::text_views(name, values).nulls(valid);
    case 2: {
        std::vector<std::string> entries(values);
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        std::vector<std::int32_t> indices;
        indices.reserve(values.size());
        for (const auto& one : values) {
            indices.push_back(static_cast<std::int32_t>(std::lower_bound(entries.begin(), entries.end(), one) - entries.begin()));
        }
        return tests::arrow::dictionary(name, "i", indices, entries);
    }
    default: return tests::arrow::texts(name, values);
    }
}

/// Rows from `first` on as a batch.
[[nodiscard]] std::unique_ptr<tests::arrow::table> batch_of(const std::vector<table_row>& rows, std::size_t first,
                                                            std::size_t count, generator& by) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<table_row> part(begin, begin + static_cast<std::ptrdiff_t>(count));
    const auto all = [&](auto of) {
        std::vector<std::string> values;
        values.reserve(part.size());
        for (const table_row& one : part) { values.push_back(of(one)); }
        return values;
    };
    std::vector<made_column> columns;
    columns.push_back(key_column("id", all([](const table_row& one) { return one.subject.id; }), by));
    columns.push_back(key_column("kind", all([](const table_row& one) { return one.subject.kind; }), by));
    columns.push_back(key_column("parent", all([](const table_row& one) { return one.subject.parent; }), by));
    columns.push_back(key_column("rater", all([](const table_row& one) { return one.subject.rater; }), by));
    for (const char* name : {"open", "pupils", "absent", "warmth", "since", "labs", "fires", "calm", "schools", "good",
                             "parent_outcome_of_town_rank", "outcome_of_town_score"}) {
        const auto values = all([&](const table_row& one) {
            for (const auto& [told, text] : one.subject.values) {
                if (told == name) { return std::get<std::string>(text); }
            }
            return std::string();
        });
        const bool empty = std::all_of(values.begin(), values.end(), [](const std::string& one) { return one.empty(); });
        const bool whole = !empty && std::all_of(values.begin(), values.end(), [](const std::string& one) {
            return one.find_first_not_of("0123456789") == std::string::npos;
        });
        if (!whole) {
            columns.push_back(tests::arrow::texts(name, values));
            continue;
        }
        std::vector<std::int16_t> numbers;
        std::vector<bool> valid;
        for (const auto& one : values) {
            numbers.push_back(one.empty() ? std::int16_t{-9} : static_cast<std::int16_t>(std::stoi(one)));
            valid.push_back(!one.empty());
        }
        columns.push_back(tests::arrow::numbers(name, "s", numbers).nulls(valid));
    }
    auto made = std::make_unique<tests::arrow::table>(std::move(columns));
    std::vector<bool> valid;
    valid.reserve(part.size());
    for (const table_row& one : part) { valid.push_back(!one.is_null); }
    if (std::find(valid.begin(), valid.end(), false) != valid.end()) { made->set_nulls(valid); }
    return made;
}

/// The same by rows.
[[nodiscard]] tieuchi::population by_rows(const std::vector<table_row>& rows, const tieuchi::selection& how) {
    tieuchi::population made(rules(), how);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        tieuchi::subject one = rows[i].subject;
        one.where = "row " + std::to_string(i);
        if (rows[i].is_null) {
            tieuchi::diagnostic why;
            why.code = "E609";
            why.where = one.where;
            why.message = "the row is null: nothing is known of the subject";
            why.help = "leave it out, or fill it in";
            one.problems.push_back(why);
            one.parent_known = false;
        }
        made.add(std::move(one));
    }
    return made;
}

[[nodiscard]] std::vector<std::string> problems_of(const tieuchi::subject_result& of) {
    std::vector<std::string> all;
    for (const auto& one : of.problems) { all.push_back(one.code + " " + one.where + " " + one.message + " " + one.help); }
    return all;
}

[[nodiscard]] bool same(const tieuchi::quota_result& one, const tieuchi::quota_result& other) {
    return one.standard.name() == other.standard.name() && one.quota == other.quota && one.rater == other.rater &&
           one.counted == other.counted && one.seats == other.seats && one.kept == other.kept && one.lost == other.lost &&
           one.open == other.open && one.tied == other.tied;
}

/// Of each subject, by standard, what its row in the answers says.
struct row_answer {
    std::string outcome;
    std::vector<std::string> possible;
    std::vector<std::string> because;
    std::optional<std::pair<tieuchi::decimal, tieuchi::decimal>> total;
    friend bool operator==(const row_answer&, const row_answer&) = default;
};
using row_answers = std::map<std::pair<std::size_t, std::string>, row_answer>;

[[nodiscard]] row_answers read(const tieuchi::population_answers& from) {
    row_answers found;
    for (std::size_t i = 0; i < from.standards().size(); ++i) {
        ArrowArrayStream stream{};
        from.answers(i, &stream);
        std::int64_t last = -1;
        for (;;) {
            ArrowArray batch{};
            REQUIRE(stream.get_next(&stream, &batch) == 0);
            if (batch.release == nullptr) { break; }
            ArrowSchema schema{};
            from.answer_schema(i, &schema);
            const tests::arrow::answers all(schema, batch);
            for (std::int64_t row = 0; row < all.rows(); ++row) {
                const std::int64_t subject = static_cast<const std::int64_t*>(all["row"].buffers[1])[row];
                CHECK(subject > last);
                last = subject;
                row_answer& to = found[{static_cast<std::size_t>(subject), from.standards()[i].name()}];
                to.outcome = all.text("outcome", row);
                to.possible = all.list("possible", row);
                to.because = all.list("because", row);
                CHECK(all.truth("decided", row) == (to.possible.size() == 1));
                if (all.has("total_least")) { to.total = {all.number("total_least", row), all.number("total_most", row)}; }
            }
        }
        stream.release(&stream);
    }
    return found;
}

[[nodiscard]] row_answers expected(const std::vector<tieuchi::subject_result>& results) {
    row_answers made;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (std::size_t at = 0; at < results[i].assessments.size(); ++at) {
            const auto standard = results[i].assessments[at].standard();
            row_answer& to = made[{i, standard.name()}];
            for (std::uint32_t k = 0; k < standard.outcomes().size(); ++k) {
                if (results[i].outcomes[at].contains(k)) { to.possible.push_back(standard.outcomes()[k].name); }
            }
            if (to.possible.size() == 1) { to.outcome = to.possible.front(); }
            to.because = results[i].because(at);
            CHECK((to.outcome.empty() || !to.because.empty()));
            if (const auto total = results[i].assessments[at].total()) { to.total = {total->least, total->most}; }
        }
    }
    return made;
}

void check(const std::vector<table_row>& rows, generator& by) {
    const tieuchi::selection how{.on = tieuchi::date(2022, 11, 15)};
    const auto row_population = by_rows(rows, how);
    const auto results = row_population.assess();
    REQUIRE(results);
    auto made =
        tieuchi::column_population::make(rules(), how, {.possible = true, .because = true, .threads = by.one_in(2) ? 1U : 2U});
    REQUIRE(made);
    std::vector<std::unique_ptr<tests::arrow::table>> batches;
    for (std::size_t first = 0; first < rows.size();) {
        const std::size_t count = std::min(rows.size() - first, std::array<std::size_t, 4>{1, 7, 100, 5000}[by.pick(4)]);
        batches.push_back(batch_of(rows, first, count, by));
        const auto problems = made->add(batches.back()->schema(), batches.back()->rows());
        if (!problems.empty()) { FAIL(to_string(problems)); }
        first += count;
    }
    REQUIRE(made->size() == rows.size());
    {
        const auto answers = std::move(*made).assess();
        REQUIRE(answers.size() == rows.size());
        std::vector<std::size_t> refused;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const tieuchi::subject_result one = answers.result_of(i);
            const tieuchi::subject_result& other = (*results)[i];
            CAPTURE(i, rows[i].subject.id, rows[i].subject.kind);
            CHECK(problems_of(one) == problems_of(other));
            CHECK(one.outcomes == other.outcomes);
            REQUIRE(one.assessments.size() == other.assessments.size());
            for (std::size_t at = 0; at < one.assessments.size(); ++at) {
                CHECK(tieuchi::to_json(one.assessments[at]) == tieuchi::to_json(other.assessments[at]));
            }
            if (other.refused()) { refused.push_back(i); }
            CHECK(answers.keys(i).id == rows[i].subject.id);
            CHECK(answers.keys(i).parent == rows[i].subject.parent);
        }
        CHECK(answers.refused() == refused);
        CHECK(read(answers) == expected(*results));
        const auto quotas = row_population.quotas(*results);
        REQUIRE(answers.quotas().size() == quotas.size());
        for (std::size_t i = 0; i < quotas.size(); ++i) { CHECK(same(answers.quotas()[i], quotas[i])); }
    }
    for (const auto& one : batches) { CHECK(one->releases == 1); }
}

} // namespace

TEST_CASE("a population by columns answers as one by rows") {
    generator by(tests::seeded(7));
    const unsigned tables = tests::tried(60);
    for (unsigned i = 0; i < tables; ++i) {
        CAPTURE(i);
        check(by.rows(), by);
    }
}

} // namespace test_column_populations
