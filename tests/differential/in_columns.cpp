// SPDX-License-Identifier: Apache-2.0
// The subjects as Arrow columns of any type that may tell their facts, cut into batches, by any instruction set and number of threads.
#include "differential/in_columns.hpp"

#include "differential/subjects.hpp"

#include <hwy/targets.h>

#include <algorithm>
#include <array>

namespace differential {

namespace {

using tests::arrow::made_column;

std::vector<bool> known_in(const std::vector<std::string>& values) {
    std::vector<bool> known;
    known.reserve(values.size());
    for (const auto& one : values) { known.push_back(!one.empty()); }
    return known;
}

template <class T>
made_column numbers_of(const std::string& name, const char* format, const std::vector<std::string>& values) {
    std::vector<T> numbers;
    numbers.reserve(values.size());
    for (const auto& one : values) { numbers.push_back(one.empty() ? T{77} : static_cast<T>(std::stod(one))); }
    return tests::arrow::numbers(name, format, numbers).nulls(known_in(values));
}

made_column decimals_of(const std::string& name, const std::vector<std::string>& values) {
    std::vector<std::int64_t> words;
    for (const auto& one : values) {
        const auto number = tieuchi::decimal::parse(one);
        words.push_back(number ? number->units() : 77);
        words.push_back(words.back() < 0 ? -1 : 0);
    }
    made_column made = tests::arrow::numbers(name, "d:38,6", words);
    made.array.length = static_cast<std::int64_t>(values.size());
    return made.nulls(known_in(values));
}

made_column days_of(const std::string& name, const std::vector<std::string>& values) {
    std::vector<std::int32_t> days;
    for (const auto& one : values) {
        const auto day = tieuchi::parse_date(one);
        days.push_back(day ? static_cast<std::int32_t>(days_since_epoch(*day)) : 77);
    }
    return tests::arrow::numbers(name, "tdD", days).nulls(known_in(values));
}

bool all_whole(const std::vector<std::string>& values, std::size_t digits) {
    return std::all_of(values.begin(), values.end(), [&](const std::string& one) {
        return one.size() <= digits && one.find_first_not_of("-0123456789") == std::string::npos;
    });
}

bool all_numbers(const std::vector<std::string>& values) {
    return std::all_of(values.begin(), values.end(),
                       [](const std::string& one) { return one.empty() || tieuchi::decimal::parse(one); });
}

made_column number_column(const std::string& name, const std::vector<std::string>& values, std::mt19937_64& random) {
    if (!all_numbers(values)) { return text_column(name, values, random); }
    if (all_whole(values, 3) && random() % 2 == 0) {
        return random() % 2 == 0 ? numbers_of<std::int16_t>(name, "s", values) : numbers_of<std::int64_t>(name, "l", values);
    }
    if (all_whole(values, 8) && random() % 2 == 0) { return numbers_of<std::int32_t>(name, "i", values); }
    switch (random() % 3) {
    case 0: return numbers_of<double>(name, "g", values);
    case 1: return decimals_of(name, values);
    default: return text_column(name, values, random);
    }
}

void same_row(const tieuchi::assessment& row, const tests::arrow::answers& all, std::int64_t at, const std::string& place,
              differences& found) {
    const auto standard = row.standard();
    const auto expect = [&](const std::string& what, const std::string& wanted, const std::string& told) {
        if (wanted != told) { found.push_back(place + ": " + what + ": rows say " + wanted + ", columns " + told); }
    };
    const auto truth = [](bool one) { return std::string(one ? "yes" : "no"); };
    expect("decided", truth(row.decided()), truth(all.truth("decided", at)));
    expect("outcome", row.decided() ? row.outcome()->name : "", all.text("outcome", at));
    expect("has_problems", truth(!row.problems().empty()), truth(all.truth("has_problems", at)));
    std::string possible;
    for (const auto& one : all.list("possible", at)) { possible += one + " "; }
    std::string wanted;
    for (const auto& one : names_of(standard, row.outcomes())) { wanted += std::string(one.as_string()) + " "; }
    expect("possible", wanted, possible);
    const auto range = [&](const std::string& name, const std::string& clause) {
        return number_at(all[name + "_least" + clause], at).str() + " to " + number_at(all[name + "_most" + clause], at).str();
    };
    if (row.total()) { expect("total", row.total()->least.str() + " to " + row.total()->most.str(), range("total", "")); }
    for (std::size_t i = 0; i < row.findings().size(); ++i) {
        const auto& finding = row.findings()[i];
        const std::string& clause = standard.criteria()[i].clause;
        expect("status " + clause, std::string(to_string(finding.status)), all.text("status " + clause, at));
        if (!finding.points) { continue; }
        expect("points " + clause, finding.points->least.str() + " to " + finding.points->most.str(),
               range("points", " " + clause));
    }
}

} // namespace

void choose_instructions(std::mt19937_64& random) {
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
    std::vector<std::int64_t> targets;
    for (std::int64_t left = hwy::SupportedTargets(); left != 0; left &= left - 1) { targets.push_back(left & -left); }
    hwy::SetSupportedTargetsForTest(targets[random() % targets.size()]);
    hwy::GetChosenTarget().DeInit();
}

tieuchi::decimal number_at(const ArrowArray& of, std::int64_t row) {
    return tieuchi::decimal::from_units(static_cast<const std::int64_t*>(of.buffers[1])[2 * row]);
}

made_column text_column(const std::string& name, const std::vector<std::string>& values, std::mt19937_64& random) {
    switch (random() % 4) {
    case 0: return tests::arrow::large_texts(name, values);
    case 1: return tests::arrow::text_views(name, values).nulls(known_in(values));
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

made_column fact_column(const tieuchi::fact& of, const std::vector<std::string>& values, std::mt19937_64& random) {
    switch (of.type) {
    case tieuchi::fact_type::yes_no: {
        if (random() % 2 == 0) { return text_column(of.name, values, random); }
        std::vector<bool> truths;
        for (const auto& one : values) { truths.push_back(one == "yes"); }
        return tests::arrow::booleans(of.name, truths).nulls(known_in(values));
    }
    case tieuchi::fact_type::date: return random() % 2 == 0 ? days_of(of.name, values) : text_column(of.name, values, random);
    case tieuchi::fact_type::one_of: return text_column(of.name, values, random);
    case tieuchi::fact_type::count:
    case tieuchi::fact_type::number:
    case tieuchi::fact_type::percent:
    case tieuchi::fact_type::judged: break;
    }
    return number_column(of.name, values, random);
}

void compare_columns(const tieuchi::standard& standard, const json::array& subjects,
                     const std::vector<tieuchi::assessment>& answers, std::mt19937_64& random, differences& found) {
    choose_instructions(random);
    const tieuchi::column_assessor by(standard, {.possible = true,
                                                 .adjustments = true,
                                                 .findings = true,
                                                 .reasons = true,
                                                 .threads = static_cast<unsigned>(1 + random() % 3)});
    std::size_t first = 0;
    while (first < subjects.size()) {
        const std::size_t count = std::min(subjects.size() - first, std::array<std::size_t, 5>{1, 3, 8, 64, 5000}[random() % 5]);
        std::vector<made_column> columns;
        for (const auto& fact : standard.facts()) {
            std::vector<std::string> values;
            bool any = false;
            for (std::size_t i = 0; i < count; ++i) {
                const json::value* const told = subjects[first + i].as_object().if_contains(fact.name);
                values.push_back(told == nullptr ? std::string() : text_of(*told));
                any = any || told != nullptr;
            }
            if (any || random() % 2 == 0) { columns.push_back(fact_column(fact, values, random)); }
        }
        if (columns.empty()) { columns.push_back(fact_column(standard.facts()[0], std::vector<std::string>(count), random)); }
        tests::arrow::table table(std::move(columns));
        ArrowArray answered{};
        const auto problems = by.assess(table.schema(), table.rows(), &answered);
        if (!problems.empty()) {
            found.push_back("columns refuse: " + to_string(problems));
            return;
        }
        ArrowSchema schema{};
        by.answer_schema(&schema);
        const tests::arrow::answers all(schema, answered);
        for (std::size_t i = 0; i < count; ++i) {
            same_row(answers[first + i], all, static_cast<std::int64_t>(i), "subject " + std::to_string(first + i), found);
        }
        first += count;
    }
}

} // namespace differential
