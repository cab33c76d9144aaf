// SPDX-License-Identifier: Apache-2.0
// What a cell of a column comes to is what facts::set makes of the same value, whatever the type, the slice and the alignment.
#include "support/arrow.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/column/column_view.hpp>
#include <tieuchi/impl/plan/inside.hpp>

#include <cmath>
#include <functional>
#include <limits>

namespace {

namespace column = tieuchi::impl::column;
using tests::arrow::made_column;

const tieuchi::standard& standard() {
    static const auto s = tests::standard_of(R"(
facts {
    plan yes_no  staff count  area number scale 2 at most 1000  share percent  founded date  size one of (small, medium, large)
}
criterion 1 up to 20 points judged step 5
criterion 2 6 points when plan or staff > 3 or area > 2 or share > 3% or founded > 2000-01-01 or size is small
classes by total { good >= 8, weak otherwise }
)");
    return s;
}

/// What a row evaluator makes of a value: the units, or nothing.
std::optional<std::int64_t> told(std::uint32_t slot, const std::function<void(tieuchi::facts&, const std::string&)>& set,
                                 bool& refused) {
    tieuchi::facts given(standard());
    set(given, standard().facts()[slot].name);
    refused = !given.problems().empty();
    if (!given.knows(slot)) { return std::nullopt; }
    const auto answer = standard().assess(given);
    return answer.fact_as_read(slot).value.least;
}

bool bit(const column::bits& of, std::size_t row) { return (of[row / 64] >> (row % 64) & 1U) != 0; }

/// Reads a column for a fact, and compares each row with what is told.
void compare(made_column one, std::uint32_t slot,
             const std::function<void(tieuchi::facts&, const std::string&, std::size_t)>& set) {
    const std::string name = one.schema.name;
    tests::arrow::table table({std::move(one)});
    const auto type = column::column_type_of(*table.schema().children[0]);
    REQUIRE(type);
    REQUIRE(type->fits(standard().facts()[slot]));
    const ArrowArray& batch = *table.rows();
    REQUIRE(column::column_view::check(*type, batch, *batch.children[0]).empty());
    const column::column_view view(&standard().facts()[slot], *type, batch, *batch.children[0]);
    auto block = std::make_unique<column::fact_block>();
    const auto rows = static_cast<std::size_t>(batch.length);
    for (const std::size_t first : {std::size_t{0}, std::size_t{1}, rows / 3}) {
        if (first >= rows) { continue; }
        const std::size_t count = std::min(rows - first, column::block_rows);
        view.read(static_cast<std::int64_t>(first), count, *block);
        for (std::size_t row = 0; row < count; ++row) {
            bool refused = false;
            const auto units = told(
                slot, [&](tieuchi::facts& given, const std::string& fact) { set(given, fact, first + row); }, refused);
            CAPTURE(name, first, row, standard().facts()[slot].name);
            REQUIRE(bit(block->known, row) == units.has_value());
            REQUIRE((block->any_refused && bit(block->refused, row)) == refused);
            if (!units) { continue; }
            if (standard().facts()[slot].type == tieuchi::fact_type::yes_no) {
                REQUIRE(bit(block->yes, row) == (*units != 0));
            } else {
                REQUIRE((block->narrow != nullptr ? block->narrow[row] : block->values[row]) == *units);
            }
        }
    }
}

/// A value that is no decimal is refused by a row as well.
template <class T>
void compare_numbers(const char* format, const std::vector<T>& values) {
    for (const char* const name : {"plan", "staff", "area", "share", "judged_1"}) {
        const auto slot = standard().slot(name);
        if (!slot) { continue; }
        if (std::floating_point<T> && std::string_view(name) == "plan") { continue; }
        compare(tests::arrow::numbers("x", format, values), *slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { given.set(fact, values[row]); });
    }
}

template <class T>
std::vector<T> extremes_and_some() {
    std::vector<T> all{std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), T{}, T{1}, T{2}, T{100}};
    for (const int one : {-1, -50, -51}) {
        if (std::signed_integral<T>) { all.push_back(static_cast<T>(one)); }
    }
    for (int i = 0; i < 200; ++i) { all.push_back(static_cast<T>(i * 7)); }
    return all;
}

/// A number of 10^-scale as text, which has all its digits.
std::string digits_of(tieuchi::impl::wide number, int scale) {
    std::string backwards(static_cast<std::size_t>(std::max(0, -scale)), '0');
    tieuchi::impl::wide left = number < 0 ? -number : number;
    for (int place = 0; left != 0 || place <= scale; ++place, left /= 10) {
        if (place == scale && scale > 0) { backwards.push_back('.'); }
        backwards.push_back(static_cast<char>('0' + static_cast<int>(left % 10)));
    }
    if (backwards.empty()) { backwards = "0"; }
    if (number < 0) { backwards.push_back('-'); }
    return {backwards.rbegin(), backwards.rend()};
}

const std::vector<std::string> words{"",
                                     "yes",
                                     "no",
                                     "Có",
                                     "KHÔNG",
                                     "không",
                                     "true",
                                     "maybe",
                                     "1",
                                     "0",
                                     "12",
                                     "12.5",
                                     "-3",
                                     "0.001",
                                     "70%",
                                     "1e3",
                                     " 1",
                                     "2022-02-28",
                                     "2022-02-30",
                                     "small",
                                     "huge",
                                     "medium",
                                     "1799-12-31",
                                     "a text of more than twelve bytes",
                                     "999999999999",
                                     "1000000000000"};

} // namespace

TEST_CASE("whole numbers of every width") {
    compare_numbers("c", extremes_and_some<std::int8_t>());
    compare_numbers("C", extremes_and_some<std::uint8_t>());
    compare_numbers("s", extremes_and_some<std::int16_t>());
    compare_numbers("S", extremes_and_some<std::uint16_t>());
    compare_numbers("i", extremes_and_some<std::int32_t>());
    compare_numbers("I", extremes_and_some<std::uint32_t>());
    compare_numbers("l", extremes_and_some<std::int64_t>());
    compare_numbers("L", extremes_and_some<std::uint64_t>());
}

TEST_CASE("whole words of valid numbers are read where they are") {
    std::vector<std::int32_t> values(1024);
    for (std::size_t i = 0; i < values.size(); ++i) { values[i] = static_cast<std::int32_t>(i % 900); }
    compare_numbers("i", values);
    values[1000] = -1;
    compare_numbers("i", values);
}

TEST_CASE("a floating-point number means its shortest decimal form") {
    compare_numbers<double>("g", {0.0, -0.0, 0.1, 0.25, 0.005, 12.5, 99.999999, 1e308, 5e-324, -1e9, 999999999999.0, 1e12,
                                  std::nan(""), std::numeric_limits<double>::infinity(), 3.0, 1.005});
    compare_numbers<float>("f", {0.0F, 0.1F, 0.25F, 12.5F, 1e38F, 1e-45F, std::nanf(""), 3.0F, 87.35F});
}

TEST_CASE("decimals of every scale") {
    using wide = tieuchi::impl::wide;
    for (const int scale : {-3, 0, 2, 6, 9, 38}) {
        std::vector<std::pair<std::int64_t, std::int64_t>> words_of_each;
        std::vector<wide> values;
        for (const std::int64_t one : {0L, 1L, -1L, 12L, 1250L, 5000000L, -5000L, 123456789L, INT64_MAX, INT64_MIN}) {
            values.push_back(one);
            values.push_back(static_cast<wide>(one) * 1'000'000'000);
        }
        for (const wide one : values) {
            words_of_each.emplace_back(static_cast<std::int64_t>(one), static_cast<std::int64_t>(one >> 64U));
        }
        const std::string format = "d:38," + std::to_string(scale);
        for (const char* const name : {"staff", "area", "share"}) {
            compare(tests::arrow::numbers("x", format.c_str(), words_of_each), *standard().slot(name),
                    [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                        const auto number = tieuchi::decimal::parse(digits_of(values[row], scale));
                        if (number) {
                            given.set(fact, *number);
                        } else {
                            given.set(fact, 1e300);
                        }
                    });
        }
    }
}

TEST_CASE("text in each of its layouts") {
    for (std::uint32_t slot = 1; slot < standard().facts().size(); ++slot) {
        const auto set = [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { given.set(fact, words[row]); };
        compare(tests::arrow::texts("utf8", words), slot, set);
        compare(tests::arrow::large_texts("large_utf8", words), slot, set);
        compare(tests::arrow::text_views("string_view", words), slot, set);
        std::vector<std::int16_t> indices;
        for (std::size_t i = 0; i < words.size(); ++i) { indices.push_back(static_cast<std::int16_t>(words.size() - 1 - i)); }
        compare(tests::arrow::dictionary("dictionary", "s", indices, words), slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    given.set(fact, words[words.size() - 1 - row]);
                });
    }
}

TEST_CASE("days") {
    const auto tell_day = [](tieuchi::facts& given, const std::string& fact, std::int32_t days) {
        const bool has_four_digits = std::abs(std::int64_t{days}) < 700'000; // of a year
        given.set(fact, has_four_digits ? to_string(tieuchi::date_from_days(days)) : "3000-01-01");
    };
    const std::vector<std::int32_t> days{0, -1, 19000, -62091, -62092, 376199, 376200, INT32_MAX, INT32_MIN};
    const auto slot = *standard().slot("founded");
    compare(tests::arrow::numbers("date32", "tdD", days), slot,
            [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { tell_day(given, fact, days[row]); });
    std::vector<std::int64_t> moments;
    for (const auto one : days) { moments.push_back(std::int64_t{one} * 86'400'000); }
    compare(tests::arrow::numbers("date64", "tdm", moments), slot,
            [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { tell_day(given, fact, days[row]); });
}

TEST_CASE("moments at midnight are days, others are refused") {
    const auto slot = *standard().slot("founded");
    const std::vector<std::pair<const char*, std::int64_t>> units{
        {"tss:", 86'400}, {"tsm:", 86'400'000}, {"tsu:", 86'400'000'000}, {"tsn:", 86'400'000'000'000}};
    const std::vector<std::int64_t> days{0, -1, 19'000, 30'000};
    for (const auto& [format, per_day] : units) {
        std::vector<std::int64_t> moments;
        for (const auto one : days) { moments.push_back(one * per_day); }
        moments.push_back(19'000 * per_day + per_day / 2);
        moments.push_back(-1);
        compare(tests::arrow::numbers("timestamp", format, moments), slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    given.set(fact, row < days.size() ? to_string(tieuchi::date_from_days(days[row])) : "noon");
                });
    }
}

TEST_CASE("nulls, wherever a slice begins") {
    std::vector<bool> valid;
    std::vector<std::int32_t> values;
    std::vector<bool> truths;
    for (int i = 0; i < 300; ++i) {
        valid.push_back(i % 3 != 0);
        values.push_back(i % 3 == 0 ? INT32_MIN : i);
        truths.push_back(i % 2 == 0);
    }
    const auto set = [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
        if (!valid[row]) { return; }
        if (fact == "plan") {
            given.set(fact, bool{truths[row]});
        } else {
            given.set(fact, values[row]);
        }
    };
    compare(tests::arrow::numbers("i", "i", values).nulls(valid), *standard().slot("staff"), set);
    compare(tests::arrow::booleans("b", truths).nulls(valid), *standard().slot("plan"), set);
}
