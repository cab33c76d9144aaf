// SPDX-License-Identifier: Apache-2.0
// Definitions of table.hpp.
#include "population/table.hpp"

#include "arrow/bitmap.hpp"
#include "arrow/column_problem.hpp"
#include "base/nearest.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

/// Several standards may report the same problem.
void add_once(diagnostics& to, const diagnostics& more) {
    for (const diagnostic& problem : more) {
        const auto same = [&](const diagnostic& other) {
            return other.where == problem.where && other.message == problem.message;
        };
        if (std::none_of(to.begin(), to.end(), same)) { to.push_back(problem); }
    }
}

} // namespace

bool part::is_null(std::size_t row) const noexcept {
    const ArrowArray& rows = *batch;
    if (rows.null_count == 0 || rows.n_buffers < 1 || rows.buffers == nullptr || rows.buffers[0] == nullptr) { return false; }
    return !arrow::bit_at(static_cast<const std::uint8_t*>(rows.buffers[0]), rows.offset + static_cast<std::int64_t>(row));
}

table::table(rulebook book, selection selected, column_options wanted, standards_by_kind in_force)
    : rules(std::move(book)), chosen(std::move(selected)), options(std::move(wanted)), by_kind(std::move(in_force)) {}

void table::match_key(const ArrowSchema& column, std::size_t which, layout& columns, diagnostics& problems) {
    layout::matched_key& to = columns.keys[which];
    const bool words_only = static_cast<key>(which) == key::kind;
    if (const auto type = arrow::column_type_of(column); type && key_column::fits(*type, words_only)) {
        to.type = *type;
        return;
    }
    const std::string expected = words_only ? "text or a dictionary of text" : "text, a dictionary of text, or whole numbers";
    auto misfit =
        problem(say<diag::key_of_other_type>(expected, arrow::name_of_type(column)), arrow::column_named(key_names[which]));
    if (const auto type = arrow::type_for_nulls(column)) {
        to.type = *type;
        to.misfit = std::move(misfit);
    } else {
        problems.push_back(std::move(misfit));
    }
}

void table::add_key(std::size_t which, part& to, const layout& from, diagnostics& problems) {
    const layout::matched_key& column = from.keys[which];
    if (column.child < 0) { return; }
    const ArrowArray& rows = *to.batch;
    const ArrowArray& array = *rows.children[column.child];
    if (const std::string_view wrong = arrow::column_view::check(column.type, rows, array); !wrong.empty()) {
        problems.push_back(problem(say<diag::damaged_array>(wrong), arrow::column_named(key_names[which])));
    } else if (!column.misfit) {
        to.keys[which] = key_column(column.type, rows, array);
    } else if (arrow::column_view::has_values(column.type, rows, array)) {
        problems.push_back(*column.misfit);
    }
}

void table::find_keys(const ArrowSchema& schema, layout& columns, diagnostics& problems) const {
    for (std::size_t which = 0; which < key_names.size(); ++which) {
        layout::matched_key& to = columns.keys[which];
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            const ArrowSchema& column = *schema.children[i];
            if (arrow::name_of(column) != key_names[which]) { continue; }
            if (to.child >= 0) {
                problems.push_back(problem(say<diag::two_columns_of_one_name>(), arrow::column_named(key_names[which])));
                continue;
            }
            to.child = i;
            match_key(column, which, columns, problems);
        }
        const bool needed = static_cast<key>(which) == key::id || static_cast<key>(which) == key::kind;
        if (needed && to.child < 0) {
            problems.push_back(problem(
                say<diag::no_such_column>().with_help(which == 0 ? "give each subject an id of its own"
                                                                 : "the kind of subject says which standards it is assessed by"),
                arrow::column_named(key_names[which])));
        }
    }
}

/// Whether the table may have a column that is no fact of any standard.
bool table::may_ignore(std::string_view column) const {
    const auto& named = options.ignored_columns;
    return std::find(named.begin(), named.end(), column) != named.end() ||
           (options.ignore_unknown_columns && !names::holds_hidden(column));
}

/// The first standard that has a fact of this name reads its column.
void table::match_fact(std::string_view name, layout& columns) const {
    for (std::uint32_t i = 0; i < by_kind.standards.size(); ++i) {
        if (const auto slot = by_kind.standards[i].slot(name)) {
            columns.facts.push_back({std::string(name), i, *slot});
            return;
        }
    }
}

void table::find_facts(const ArrowSchema& schema, layout& columns, diagnostics& problems) const {
    std::set<std::string_view> known_facts;
    for (const standard& rating : by_kind.standards) {
        auto reader = arrow::table_reader::make(rating.facts(), rating.name(), schema, {false, {}, true});
        if (reader) {
            columns.readers.push_back(*std::move(reader));
        } else {
            add_once(problems, reader.error());
        }
        for (const fact& each : rating.facts()) { known_facts.insert(each.name); }
    }
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const std::string_view name = arrow::name_of(*schema.children[i]);
        if (std::find(key_names.begin(), key_names.end(), name) != key_names.end()) { continue; }
        if (known_facts.contains(name)) {
            match_fact(name, columns);
        } else if (!may_ignore(name)) {
            problems.push_back(problem(say<diag::column_of_no_standard>(name).with_help(
                                           did_you_mean(name, known_facts, "remove the column, or add it to `ignored_columns`")),
                                       arrow::column_named(name)));
        }
    }
}

result<std::shared_ptr<const layout>> table::layout_of(const ArrowSchema& schema) const {
    if (auto wrong = arrow::not_a_table(schema); !wrong.empty()) { return wrong; }
    auto columns = std::make_shared<layout>();
    diagnostics problems;
    find_keys(schema, *columns, problems);
    find_facts(schema, *columns, problems);
    if (!problems.empty()) { return problems; }
    return std::shared_ptr<const layout>(std::move(columns));
}

diagnostics table::add(std::shared_ptr<const layout> table_layout, arrow::arrow_owner<ArrowArray> batch) {
    part added;
    added.first = size_;
    added.batch = std::move(batch);
    const ArrowArray& rows = *added.batch;
    diagnostics problems;
    for (const arrow::table_reader& reader : table_layout->readers) { add_once(problems, reader.check(rows)); }
    for (std::size_t which = 0; problems.empty() && which < key_names.size(); ++which) {
        add_key(which, added, *table_layout, problems);
    }
    if (!problems.empty()) { return problems; }
    for (const arrow::table_reader& reader : table_layout->readers) { added.facts.push_back(reader.views(rows)); }
    added.table_layout = std::move(table_layout);
    for (std::size_t row = 0; row < static_cast<std::size_t>(rows.length); ++row) {
        if (added.is_null(row)) { refuse(size_ + row, {problem(say<diag::null_row>(), {})}, false); }
    }
    for (std::size_t which = 0; which < key_names.size(); ++which) {
        // A subject whose rater is not known may be below any body, as one whose parent is not.
        const bool places = static_cast<key>(which) == key::parent || static_cast<key>(which) == key::rater;
        for (const std::size_t row : added.keys[which].unreadable()) {
            refuse(size_ + row, {problem(say<diag::unreadable_key>(key_names[which]), {})}, !places);
        }
        for (const auto& [row, why] : added.keys[which].faults()) {
            if (static_cast<key>(which) == key::kind) { continue; } // reported already: no standard is for that kind
            misnamed_[size_ + row].push_back({key_names[which], why});
            refuse(size_ + row, {}, !places);
        }
    }
    size_ += static_cast<std::size_t>(rows.length);
    parts_.push_back(std::move(added));
    return {};
}

void table::shrink(std::size_t parts) {
    while (parts_.size() > parts) {
        size_ = parts_.back().first;
        parts_.pop_back();
    }
    std::erase_if(unreadable_, [&](const auto& each) { return each.first >= size_; });
    std::erase_if(misnamed_, [&](const auto& each) { return each.first >= size_; });
    std::erase_if(parent_unknown_, [&](std::size_t each) { return each >= size_; });
}

void table::refuse(std::size_t subject, diagnostics why, bool parent_known) {
    diagnostics& all = unreadable_[subject];
    for (diagnostic& problem : why) { all.push_back(std::move(problem)); }
    if (!parent_known) { parent_unknown_.insert(subject); }
}

const part& table::part_of(std::size_t subject) const {
    const auto after = std::upper_bound(parts_.begin(), parts_.end(), subject,
                                        [](std::size_t row, const part& other) { return row < other.first; });
    return *std::prev(after);
}

subject_record table::at(std::size_t subject) const {
    const part& in = part_of(subject);
    const std::size_t row = subject - in.first;
    return {in.name(key::id, row), in.name(key::parent, row), in.name(key::rater, row), !parent_unknown_.contains(subject),
            !unreadable_.contains(subject)};
}

std::string table::location(std::size_t subject) const {
    return subject_namer_ ? subject_namer_(subject) : "row " + std::to_string(subject);
}

std::string_view table::kind_of(std::size_t subject) const {
    const part& in = part_of(subject);
    return in.name(key::kind, subject - in.first);
}

std::string_view table::as_written(key which, std::size_t subject) const {
    const part& in = part_of(subject);
    return in.as_written(which, subject - in.first);
}

std::vector<std::pair<std::string, value>> table::values_of(std::size_t subject, diagnostics& problems) const {
    const part& in = part_of(subject);
    const auto row = static_cast<std::int64_t>(subject - in.first);
    std::vector<std::pair<std::string, value>> found;
    for (const layout::matched_fact& each : in.table_layout->facts) {
        const arrow::column_view& view = *in.facts[each.standard][each.slot];
        const arrow::cell cell = view.at(row);
        if (cell.known && cell.exactly) {
            found.emplace_back(each.name, *cell.exactly);
        } else if (cell.known) {
            problems.push_back(
                problem_with(*this, subject, each.name,
                             say<diag::value_not_held>(each.name, view.why_not_held(row),
                                                       by_kind.standards[each.standard].facts()[each.slot].valid_answers())));
        }
    }
    return found;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
