// SPDX-License-Identifier: Apache-2.0
// A table of subjects, by rows, by columns, and by the interface for C.
#include "differential/in_columns.hpp"
#include "differential/subjects.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

namespace differential {

namespace {

using tests::arrow::made_column;

constexpr std::array<const char*, 4> keys{"id", "kind", "parent", "rater"};

std::string key_of(const json::object& row, const char* name) {
    const json::value* const told = row.if_contains(name);
    return told == nullptr ? std::string() : text_of(*told);
}

bool is_key(std::string_view name) { return std::find(keys.begin(), keys.end(), name) != keys.end(); }

tieuchi::population by_rows(const tieuchi::rulebook& rules, const tieuchi::selection& how, const json::array& rows) {
    tieuchi::population made(rules, how);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const json::object& row = rows[i].as_object();
        tieuchi::subject one;
        one.id = key_of(row, "id");
        one.kind = key_of(row, "kind");
        one.parent = key_of(row, "parent");
        one.rater = key_of(row, "rater");
        one.where = "row " + std::to_string(i);
        for (const auto& [name, value] : row) {
            if (!is_key(name)) { one.values.emplace_back(std::string(name), value_of(value)); }
        }
        made.add(std::move(one));
    }
    return made;
}

/// The facts of all kinds by their names, each as one of the standards has it.
std::map<std::string, tieuchi::fact> facts_of_rules(const tieuchi::rulebook& rules, const tieuchi::selection& how) {
    std::map<std::string, tieuchi::fact> all;
    for (const auto& kind : rules.kinds()) {
        const auto standards = rules.standards_for(kind, how);
        if (!standards) { continue; }
        for (const auto& standard : *standards) {
            for (const auto& fact : standard.facts()) { all.emplace(fact.name, fact); }
        }
    }
    all.erase("kind");
    return all;
}

std::unique_ptr<tests::arrow::table> batch_of(const std::map<std::string, tieuchi::fact>& facts, const json::array& rows,
                                              std::size_t first, std::size_t count, std::mt19937_64& random) {
    const auto values_of = [&](const char* name) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < count; ++i) { values.push_back(key_of(rows[first + i].as_object(), name)); }
        return values;
    };
    std::vector<made_column> columns;
    for (const char* const name : keys) { columns.push_back(text_column(name, values_of(name), random)); }
    for (const auto& [name, fact] : facts) { columns.push_back(fact_column(fact, values_of(name.c_str()), random)); }
    return std::make_unique<tests::arrow::table>(std::move(columns));
}

std::string text_of_problems(const tieuchi::subject_result& of) {
    std::string all;
    for (const auto& one : of.problems) { all += one.code + " " + one.where + " " + one.message + " " + one.help + "\n"; }
    return all;
}

json::array numbers_of(const std::vector<std::size_t>& from) {
    json::array all;
    for (const auto one : from) { all.emplace_back(one); }
    return all;
}

json::object told_of_quota(const tieuchi::quota_result& one) {
    return {{"standard", one.standard.name()},
            {"quota", one.quota},
            {"rater", one.rater},
            {"counted", json::array{one.counted.least, one.counted.most}},
            {"seats", json::array{one.seats.least, one.seats.most}},
            {"kept", numbers_of(one.kept)},
            {"lost", numbers_of(one.lost)},
            {"open", numbers_of(one.open)},
            {"tied", numbers_of(one.tied)}};
}

json::array told_of_quotas(const std::vector<tieuchi::quota_result>& all) {
    json::array told;
    for (const auto& one : all) { told.emplace_back(told_of_quota(one)); }
    return told;
}

json::array told_of_results(const std::vector<tieuchi::subject_result>& results) {
    json::array told_all;
    for (const auto& one : results) {
        if (one.refused()) {
            told_all.emplace_back(json::object{{"problems", codes_of(one.problems)}});
            continue;
        }
        json::object by;
        for (std::size_t i = 0; i < one.assessments.size(); ++i) {
            json::object answer = told(one.assessments[i]);
            answer["after_quotas"] = names_of(one.assessments[i].standard(), one.outcomes[i]);
            by[one.assessments[i].standard().name()] = std::move(answer);
        }
        told_all.emplace_back(std::move(by));
    }
    return told_all;
}

void compare_subject(const tieuchi::subject_result& one, const tieuchi::subject_result& other, const std::string& place,
                     differences& found) {
    if (text_of_problems(one) != text_of_problems(other)) {
        found.push_back(place + ": columns refuse for " + text_of_problems(one) + ", rows for " + text_of_problems(other));
    }
    if (one.outcomes != other.outcomes || one.assessments.size() != other.assessments.size()) {
        found.push_back(place + ": other outcomes after quotas by columns");
        return;
    }
    for (std::size_t at = 0; at < one.assessments.size(); ++at) {
        const std::string by_columns = to_json(one.assessments[at]);
        if (by_columns != to_json(other.assessments[at])) { found.push_back(place + ": columns say " + by_columns); }
    }
}

/// What the answers in Arrow say of one standard.
void compare_answers(const tieuchi::population_answers& answers, std::size_t standard,
                     const std::vector<tieuchi::subject_result>& results, differences& found) {
    ArrowArrayStream stream{};
    answers.answers(standard, &stream);
    const std::string name = answers.standards()[standard].name();
    for (;;) {
        ArrowArray batch{};
        if (stream.get_next(&stream, &batch) != 0 || batch.release == nullptr) { break; }
        ArrowSchema schema{};
        answers.answer_schema(standard, &schema);
        const tests::arrow::answers all(schema, batch);
        for (std::int64_t row = 0; row < all.rows(); ++row) {
            const auto subject = static_cast<std::size_t>(static_cast<const std::int64_t*>(all["row"].buffers[1])[row]);
            const auto& one = results[subject];
            for (std::size_t at = 0; at < one.assessments.size(); ++at) {
                if (one.assessments[at].standard().name() != name) { continue; }
                json::array possible;
                for (const auto& outcome : all.list("possible", row)) { possible.emplace_back(outcome); }
                const json::array wanted = names_of(one.assessments[at].standard(), one.outcomes[at]);
                if (possible != wanted) {
                    found.push_back("row " + std::to_string(subject) + ": `possible` in columns is " + json::serialize(possible));
                }
                const auto total = one.assessments[at].total();
                if (total &&
                    (number_at(all["total_least"], row) != total->least || number_at(all["total_most"], row) != total->most)) {
                    found.push_back("row " + std::to_string(subject) + ": another total in columns");
                }
            }
        }
    }
    stream.release(&stream);
}

void compare_columns(const tieuchi::rulebook& rules, const tieuchi::selection& how, const json::array& rows,
                     const std::vector<tieuchi::subject_result>& results, const json::array& quotas, std::mt19937_64& random,
                     differences& found) {
    choose_instructions(random);
    auto made =
        tieuchi::column_population::make(rules, how, {.possible = true, .threads = static_cast<unsigned>(1 + random() % 3)});
    if (!made) {
        found.push_back("columns refuse the selection");
        return;
    }
    const auto facts = facts_of_rules(rules, how);
    std::vector<std::unique_ptr<tests::arrow::table>> batches;
    for (std::size_t first = 0; first < rows.size();) {
        const std::size_t count = std::min(rows.size() - first, std::array<std::size_t, 4>{1, 3, 9, 5000}[random() % 4]);
        batches.push_back(batch_of(facts, rows, first, count, random));
        const auto problems = made->add(batches.back()->schema(), batches.back()->rows());
        if (!problems.empty()) {
            found.push_back("columns refuse: " + to_string(problems));
            return;
        }
        first += count;
    }
    const auto answers = std::move(*made).assess();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        compare_subject(answers.result_of(i), results[i], "row " + std::to_string(i), found);
    }
    for (std::size_t i = 0; i < answers.standards().size(); ++i) { compare_answers(answers, i, results, found); }
    if (told_of_quotas(answers.quotas()) != quotas) {
        found.push_back("quotas by columns: " + json::serialize(told_of_quotas(answers.quotas())));
    }
}

} // namespace

json::object told_of_table(const tieuchi::rulebook& rules, const json::object& request, const json::array& rows,
                           std::mt19937_64& random, differences& found) {
    const tieuchi::selection how = selection_of(request);
    const auto population = by_rows(rules, how, rows);
    const auto results = population.assess();
    if (!results) { return {{"problems", codes_of(results.error())}}; }
    const json::array quotas = told_of_quotas(population.quotas(*results));
    compare_columns(rules, how, rows, *results, quotas, random, found);
    return {{"subjects", told_of_results(*results)}, {"quotas", quotas}};
}

} // namespace differential
