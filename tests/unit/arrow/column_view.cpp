// SPDX-License-Identifier: Apache-2.0
// What a cell of a column comes to is what facts::set makes of the same value, whatever the type, the slice and the alignment.
#include "arrow/column_view.hpp"

#include "base/rounding.hpp"
#include "plan/access.hpp"
#include "support/arrow.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace test_column_view {

namespace {

namespace arrow = tieuchi::impl::arrow;
namespace vector = tieuchi::impl::vector;
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
    return answer.fact_as_read(slot).range.least.units() / tieuchi::impl::slot_unit(standard().facts()[slot]);
}

bool bit(const vector::bits& of, std::size_t row) { return (of[row / 64] >> (row % 64) & 1U) != 0; }

/// Reads a column for a fact, and compares each row with what is told.
void compare(made_column one, std::uint32_t slot,
             const std::function<void(tieuchi::facts&, const std::string&, std::size_t)>& set) {
    const std::string name = one.schema.name;
    tests::arrow::table table({std::move(one)});
    const auto type = arrow::column_type_of(*table.schema().children[0]);
    REQUIRE(type);
    REQUIRE(type->fits(standard().facts()[slot]));
    const ArrowArray& batch = *table.rows();
    REQUIRE(arrow::column_view::check(*type, batch, *batch.children[0]).empty());
    const arrow::column_view view(&standard().facts()[slot], *type, batch, *batch.children[0]);
    auto block = std::make_unique<vector::fact_block>();
    const auto rows = static_cast<std::size_t>(batch.length);
    for (const std::size_t first : {std::size_t{0}, std::size_t{1}, rows / 3}) {
        if (first >= rows) { continue; }
        const std::size_t count = std::min(rows - first, vector::block_rows);
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
        compare(tests::arrow::numbers("x", format, values), *slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    if (values[row] == values[row]) { given.set(fact, values[row]); } // NaN is unknown
                });
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
                                     "co\u0301",
                                     "KHO\u0302NG",
                                     "yes\u200B",
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
        const auto tell = [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
            const auto number = tieuchi::decimal::parse(digits_of(values[row], scale));
            if (number) {
                given.set(fact, *number);
            } else {
                given.set(fact, 1e300);
            }
        };
        std::vector<std::array<std::int64_t, 4>> wider; // with the sign in all words above
        for (const auto& [low, high] : words_of_each) { wider.push_back({low, high, high < 0 ? -1 : 0, high < 0 ? -1 : 0}); }
        const std::string format = "d:38," + std::to_string(scale);
        for (const char* const name : {"plan", "staff", "area", "share"}) {
            compare(tests::arrow::numbers("x", format.c_str(), words_of_each), *standard().slot(name), tell);
            compare(tests::arrow::numbers("x", (format + ",256").c_str(), wider), *standard().slot(name), tell);
        }
    }
}

TEST_CASE("decimals of four and of eight bytes") {
    for (const char* const name : {"plan", "staff", "area", "share"}) {
        const std::vector<std::int32_t> narrow{0, 1, -1, 100, 101, 1250, INT32_MAX, INT32_MIN};
        const std::vector<std::int64_t> wide{0, 1, -1, 100, 101, 1250, INT64_MAX, INT64_MIN};
        compare(tests::arrow::numbers("x", "d:9,2,32", narrow), *standard().slot(name),
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    given.set(fact, *tieuchi::decimal::parse(digits_of(narrow[row], 2)));
                });
        compare(tests::arrow::numbers("x", "d:18,6,64", wide), *standard().slot(name),
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    if (const auto number = tieuchi::decimal::parse(digits_of(wide[row], 6))) {
                        given.set(fact, *number);
                    } else {
                        given.set(fact, 1e300); // the least has no decimal of its own
                    }
                });
    }
}

TEST_CASE("a decimal of more digits than any number of ours is read where they are zeros, else refused") {
    // 3 and 3.000…1, with 70 digits after the point
    std::array<std::uint64_t, 4> three{3, 0, 0, 0};
    for (int i = 0; i < 70; ++i) {
        std::uint64_t carry = 0;
        for (std::uint64_t& one : three) {
            __extension__ const unsigned __int128 part = static_cast<unsigned __int128>(one) * 10 + carry;
            one = static_cast<std::uint64_t>(part);
            carry = static_cast<std::uint64_t>(part >> 64U);
        }
    }
    std::array<std::uint64_t, 4> more = three;
    ++more[0];
    std::array<std::uint64_t, 4> less{~three[0] + 1, ~three[1] + (three[0] == 0 ? 1 : 0), ~three[2], ~three[3]};
    compare(tests::arrow::numbers<std::array<std::uint64_t, 4>>("x", "d:76,70,256", {three, more, less}),
            *standard().slot("staff"), [](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                constexpr std::array<double, 3> values{3, 1e300, -3};
                given.set(fact, values[row]);
            });
}

TEST_CASE("whole numbers of 128 bits, as Polars and DuckDB have them") {
    using words = std::pair<std::uint64_t, std::uint64_t>;
    const std::vector<words> values{{0, 0}, {1, 0}, {12, 0}, {~0ULL, ~0ULL}, {0, 1}, {0, 1ULL << 63U}};
    for (const char* const name : {"plan", "staff", "area"}) {
        compare(tests::arrow::numbers("x", "_pli128", values), *standard().slot(name),
                [](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    constexpr std::array<double, 6> read{0, 1, 12, -1, 1e300, -1e300};
                    given.set(fact, read[row]);
                });
        compare(tests::arrow::numbers("x", "_plu128", values), *standard().slot(name),
                [](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    constexpr std::array<double, 6> read{0, 1, 12, 1e300, 1e300, 1e300};
                    given.set(fact, read[row]);
                });
    }
    const auto opaque = [](std::string_view of) {
        const std::string type = R"({"type_name":")" + std::string(of) + R"(","vendor_name":"DuckDB"})";
        std::string text;
        const auto add = [&](std::string_view one) {
            const auto size = static_cast<std::int32_t>(one.size());
            text.append(reinterpret_cast<const char*>(&size), sizeof size).append(one);
        };
        const std::int32_t pairs = 2;
        text.append(reinterpret_cast<const char*>(&pairs), sizeof pairs);
        for (const std::string_view one : {std::string_view("ARROW:extension:metadata"), std::string_view(type),
                                           std::string_view("ARROW:extension:name"), std::string_view("arrow.opaque")}) {
            add(one);
        }
        ArrowSchema schema{};
        schema.format = "w:16";
        schema.metadata = text.c_str();
        const auto found = arrow::column_type_of(schema);
        return found ? std::optional(found->family) : std::nullopt;
    };
    CHECK(opaque("hugeint") == arrow::type_family::decimal128);
    CHECK(opaque("uhugeint") == arrow::type_family::unsigned128);
    CHECK(opaque("time_tz") == std::nullopt);
}

TEST_CASE("a number of two bytes means the shortest decimal that is nearest to it alone") {
    const std::vector<std::pair<std::uint16_t, const char*>> known{
        {0x0000, "0"},    {0x8000, "0"},      {0x3C00, "1"},    {0x2E66, "0.1"},   {0x5640, "100"}, {0x7BFF, "65500"},
        {0xC000, "-2"},   {0x3555, "0.3333"}, {0x4248, "3.14"}, {0x0001, "x"},     {0x7C00, "x"},   {0x6801, "2050"},
        {0x4A40, "12.5"}, {0x7E00, ""},       {0x0400, "x"},    {0x3001, "0.1251"}};
    std::vector<std::uint16_t> halves;
    for (const auto& [bits, text] : known) { halves.push_back(bits); }
    for (const char* const name : {"plan", "staff", "area", "share"}) {
        compare(tests::arrow::numbers("x", "e", halves), *standard().slot(name),
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    const std::string text = known[row].second;
                    if (text == "x") {
                        given.set(fact, 1e300);
                    } else if (!text.empty()) {
                        given.set(fact, *tieuchi::decimal::parse(text));
                    }
                });
    }
}

TEST_CASE("dictionaries and runs of whatever a fact is read from") {
    const std::vector<std::int64_t> whole{1, 0, 12, -1};
    const std::vector<std::uint8_t> indices{3, 0, 0, 1, 2, 1};
    const std::vector<std::int16_t> ends{1, 4, 5, 40};
    const auto index_of_run = [&](std::size_t row) {
        std::size_t run = 0;
        while (static_cast<std::size_t>(ends[run]) <= row) { ++run; }
        return run;
    };
    for (const char* const name : {"plan", "staff", "area", "share"}) {
        const auto slot = *standard().slot(name);
        compare(tests::arrow::dictionary_of("x", "C", indices, tests::arrow::numbers("", "l", whole)), slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { given.set(fact, whole[indices[row]]); });
        compare(
            tests::arrow::runs("x", "s", ends, tests::arrow::numbers("", "l", whole)), slot,
            [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { given.set(fact, whole[index_of_run(row)]); });
        compare(tests::arrow::runs("x", "s", ends, tests::arrow::numbers("", "l", whole).nulls({true, false, true, true})), slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    if (index_of_run(row) != 1) { given.set(fact, whole[index_of_run(row)]); }
                });
        const std::vector<std::string> texts{"yes", "1", "", "small"};
        compare(
            tests::arrow::runs("x", "s", ends, tests::arrow::texts("", texts)), slot,
            [&](tieuchi::facts& given, const std::string& fact, std::size_t row) { given.set(fact, texts[index_of_run(row)]); });
        const std::vector<std::int8_t> some{3, 1, 0, 0};
        compare(tests::arrow::runs("x", "s", ends, tests::arrow::dictionary("", "c", some, texts)), slot,
                [&](tieuchi::facts& given, const std::string& fact, std::size_t row) {
                    given.set(fact, texts[static_cast<std::size_t>(some[index_of_run(row)])]);
                });
    }
}

TEST_CASE("the rows of a slice lie in the runs that they lay in before") {
    std::vector<std::int32_t> ends;
    std::vector<std::int64_t> entries;
    for (int i = 1; i <= 3000; ++i) {
        ends.push_back(i * 3 - 1);
        entries.push_back(i);
    }
    for (const auto& [first, count] : std::vector<std::pair<std::int64_t, std::int64_t>>{
             {0, 8999}, {1, 1}, {2, 1}, {4, 3000}, {5000, 3999}, {8998, 1}, {8999, 0}}) {
        tests::arrow::table table({tests::arrow::runs("staff", "i", ends, tests::arrow::numbers("", "l", entries))});
        table.slice(first, count);
        const auto type = *arrow::column_type_of(*table.schema().children[0]);
        const ArrowArray& batch = *table.rows();
        CAPTURE(first, count);
        REQUIRE(arrow::column_view::check(type, batch, *batch.children[0]).empty());
        const arrow::column_view view(&standard().facts()[*standard().slot("staff")], type, batch, *batch.children[0]);
        auto block = std::make_unique<vector::fact_block>();
        for (std::int64_t row = 0; row < count; row += 1024) {
            const auto rows = static_cast<std::size_t>(std::min<std::int64_t>(1024, count - row));
            view.read(row, rows, *block);
            for (std::size_t i = 0; i < rows; ++i) {
                REQUIRE(block->values[i] == (first + row + static_cast<std::int64_t>(i) + 1) / 3 + 1);
            }
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

} // namespace test_column_view
