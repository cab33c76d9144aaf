// SPDX-License-Identifier: Apache-2.0
// Definitions of table_reader.hpp.
#include "arrow/table_reader.hpp"

#include "arrow/column_problem.hpp"
#include "base/nearest.hpp"
#include "model/fact_value.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

diagnostics not_a_table(const ArrowSchema& schema) {
    const auto damaged = [](const std::string& detail) { return diagnostics{problem(say<diag::damaged_schema>(detail), {})}; };
    if (schema.format == nullptr) { return damaged("the schema has no format"); }
    if (std::string_view(schema.format) != "+s") { return {problem(say<diag::no_columns>(name_of_type(schema)), {})}; }
    if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) {
        return damaged("the schema has no columns");
    }
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema* const column = schema.children[i];
        const std::string which = "column " + std::to_string(i);
        if (column == nullptr) { return damaged(which + " of the schema is missing"); }
        const ArrowSchema* const entries = column->dictionary;
        if (column->format == nullptr || (entries != nullptr && entries->format == nullptr)) {
            return damaged(which + " of the schema has no format");
        }
    }
    return {};
}

void table_reader::match(const ArrowSchema& column, std::int64_t child, matched& to, const fact& fact,
                         diagnostics& problems) const {
    const std::string where = column_named(fact.name);
    if (to.child >= 0) {
        problems.push_back(problem(say<diag::two_columns_of_one_name>(), where));
        return;
    }
    if (const auto type = column_type_of(column); type && type->fits(fact)) {
        to = {child, *type};
        return;
    }
    auto misfit = problem(
        say<diag::column_of_other_type>(types_for(fact.type), name_of_type(column), fact.name, fact.valid_answers()), where);
    if (const auto type = type_for_nulls(column)) {
        to = {child, *type, std::move(misfit)};
    } else {
        problems.push_back(std::move(misfit));
    }
}

bool table_reader::has_misfits() const noexcept {
    return std::any_of(columns_.begin(), columns_.end(), [](const matched& column) { return column.misfit.has_value(); });
}

result<table_reader> table_reader::make(const std::vector<fact>& facts, std::string_view standard, const ArrowSchema& schema,
                                        const reading_rules& rules) {
    if (auto wrong = not_a_table(schema); !wrong.empty()) { return wrong; }
    table_reader reader(facts);
    reader.children_ = schema.n_children;
    diagnostics problems;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& column = *schema.children[i];
        const std::string_view name = name_of(column);
        const auto found = std::find_if(facts.begin(), facts.end(), [&](const fact& about) { return about.name == name; });
        if (found == facts.end()) {
            const bool known =
                std::find(rules.ignored_columns.begin(), rules.ignored_columns.end(), name) != rules.ignored_columns.end();
            if (known || (rules.ignore_unknown_columns && !names::holds_hidden(name))) { continue; }
            std::vector<std::string_view> names;
            names.reserve(facts.size());
            for (const fact& fact : facts) { names.push_back(fact.name); }
            problems.push_back(
                problem(say<diag::column_of_no_fact>(standard, name)
                            .with_help(did_you_mean(name, names, "remove the column, or add it to `ignored_columns`")),
                        column_named(name)));
            continue;
        }
        reader.match(column, i, reader.columns_[static_cast<std::size_t>(found - facts.begin())], *found, problems);
    }
    for (std::size_t slot = 0; rules.every_fact && slot < facts.size(); ++slot) {
        const fact& fact = facts[slot];
        if (reader.columns_[slot].child >= 0 || (slot == 0 && fact.options.size() == 1)) { continue; } // of one kind, it is known
        problems.push_back(problem(say<diag::fact_without_column>(fact.name, fact.valid_answers()), column_named(fact.name)));
    }
    if (!problems.empty()) { return problems; }
    return reader;
}

std::string_view table_reader::damage_of(const ArrowArray& batch) const noexcept {
    if (batch.n_children != children_ || (children_ > 0 && batch.children == nullptr)) {
        return "it does not have the columns of its schema";
    }
    for (std::int64_t i = 0; i < children_; ++i) {
        if (batch.children[i] == nullptr) { return "a column is missing"; }
    }
    if (batch.length < 0 || batch.offset < 0 || batch.length > column_view::most_rows - batch.offset) {
        return "it has an impossible length";
    }
    return column_view::check_nulls(batch);
}

diagnostics table_reader::check(const ArrowArray& batch) const {
    diagnostics problems;
    if (const std::string_view wrong = damage_of(batch); !wrong.empty()) {
        problems.push_back(problem(say<diag::damaged_batch>(wrong), {}));
        return problems;
    }
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        const matched& column = columns_[slot];
        if (column.child < 0) { continue; }
        const std::string_view wrong = column_view::check(column.type, batch, *batch.children[column.child]);
        if (!wrong.empty()) {
            problems.push_back(problem(say<diag::damaged_array>(wrong), column_named((*facts_)[slot].name)));
        } else if (column.misfit && column_view::has_values(column.type, batch, *batch.children[column.child])) {
            problems.push_back(*column.misfit);
        }
    }
    return problems;
}

std::vector<std::unique_ptr<const column_view>> table_reader::views(const ArrowArray& batch) const {
    std::vector<std::unique_ptr<const column_view>> views(columns_.size());
    for (std::size_t slot = 0; slot < columns_.size(); ++slot) {
        const matched& column = columns_[slot];
        if (column.child < 0) { continue; }
        const column_type type = column.misfit ? column_type() : column.type; // that is empty
        views[slot] = std::make_unique<const column_view>(&(*facts_)[slot], type, batch, *batch.children[column.child]);
    }
    return views;
}

diagnostic table_reader::refusal(const column_view& column, std::uint32_t slot, std::int64_t row, std::int64_t shown_row) const {
    const fact& about = (*facts_)[slot];
    const std::string where = "row " + std::to_string(shown_row) + ": " + about.name;
    const cell cell = column.at(row);
    if (!cell.exactly) {
        return problem(say<diag::value_not_held>(about.name, column.why_not_held(row), about.valid_answers()), where);
    }
    model::parsed_value found = model::read_value(about, *cell.exactly);
    return problem(*std::move(found.problem), where);
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
