// SPDX-License-Identifier: Apache-2.0
#include "subjects.hpp"

#include <algorithm>
#include <cassert>
#include <memory>

namespace tieuchi::cli {

namespace {

constexpr std::size_t block_rows = 8192;
constexpr std::array key_columns{id_column, kind_column, parent_column, rater_column};

/// The memory of an array, and of its children.
struct array_memory {
    std::vector<std::uint8_t> known;
    std::vector<std::int64_t> ends;
    std::string texts;
    std::array<const void*, 3> buffers{};
    std::vector<ArrowArray> columns;
    std::vector<ArrowArray*> children;
};

void release_array(ArrowArray* array) {
    for (std::int64_t i = 0; i < array->n_children; ++i) {
        if (array->children[i]->release != nullptr) { array->children[i]->release(array->children[i]); }
    }
    delete static_cast<array_memory*>(array->private_data); // NOLINT(cppcoreguidelines-owning-memory): the interface owns it
    array->release = nullptr;
}

/// Hands memory over to an array.
void fill(ArrowArray& array, std::int64_t length, std::unique_ptr<array_memory> memory) {
    array = {};
    array.length = length;
    array.null_count = -1;
    array.n_buffers = memory->columns.empty() ? 3 : 1;
    array.buffers = memory->buffers.data();
    for (ArrowArray& column : memory->columns) { memory->children.push_back(&column); }
    array.n_children = static_cast<std::int64_t>(memory->children.size());
    array.children = memory->children.data();
    array.release = release_array;
    array.private_data = memory.release();
}

/// The text of a value, which means the same of any fact.
[[nodiscard]] std::string text_of(const value& given) {
    if (const auto* const text = std::get_if<std::string>(&given)) { return *text; }
    if (const auto* const truth = std::get_if<bool>(&given)) { return *truth ? "true" : "false"; }
    if (const auto* const number = std::get_if<decimal>(&given)) { return number->str(); }
    if (const auto* const day = std::get_if<date>(&given)) { return to_string(*day); }
    return {};
}

} // namespace

void text_column::add(std::string_view text) {
    const std::size_t row = ends_.size() - 1;
    if (row % 8 == 0) { known_.push_back(0); }
    if (!text.empty()) { known_.back() = static_cast<std::uint8_t>(known_.back() | 1U << (row % 8)); }
    texts_ += text;
    ends_.push_back(static_cast<std::int64_t>(texts_.size()));
}

void text_column::move_to(ArrowArray& array) {
    const auto length = static_cast<std::int64_t>(ends_.size()) - 1;
    auto memory = std::make_unique<array_memory>();
    memory->known = std::exchange(known_, {});
    memory->ends = std::exchange(ends_, {0});
    memory->texts = std::exchange(texts_, {});
    memory->buffers = {memory->known.data(), memory->ends.data(), memory->texts.data()};
    fill(array, length, std::move(memory));
}

subjects::subjects(column_population population, std::string name, const std::vector<std::string>& facts)
    : population_(std::move(population)), name_(std::move(name)), names_(key_columns.begin(), key_columns.end()) {
    names_.insert(names_.end(), facts.begin(), facts.end());
    for (std::size_t i = 0; i < names_.size(); ++i) { column_of_.emplace(names_[i], i); }
    columns_.resize(names_.size());
}

void subjects::add(table_row row) {
    std::vector<std::string> cells(columns_.size());
    cells[0] = std::move(row.body.id);
    cells[1] = std::move(row.body.kind);
    cells[2] = std::move(row.body.parent);
    cells[3] = std::move(row.body.rater);
    for (const auto& [name, value] : row.body.values) { cells[column_of_.at(name)] = text_of(value); }
    for (std::size_t i = 0; i < cells.size(); ++i) { columns_[i].add(cells[i]); }
    if (!row.body.problems.empty() || !row.body.parent_known) {
        bad_.push_back({carried_.size(), std::move(row.body.problems), row.body.parent_known});
    }
    carried_.push_back({row.line, std::move(row.level)});
    if (++in_block_ == block_rows) { end_block(); }
}

void subjects::end_block() {
    ArrowSchema text{};
    text.format = "U";
    text.flags = ARROW_FLAG_NULLABLE;
    std::vector<ArrowSchema> columns(names_.size(), text);
    std::vector<ArrowSchema*> children;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        columns[i].name = names_[i].c_str();
        children.push_back(&columns[i]);
    }
    ArrowSchema schema{};
    schema.format = "+s";
    schema.n_children = static_cast<std::int64_t>(children.size());
    schema.children = children.data();
    auto memory = std::make_unique<array_memory>();
    memory->columns.resize(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) { columns_[i].move_to(memory->columns[i]); }
    ArrowArray rows{};
    fill(rows, static_cast<std::int64_t>(std::exchange(in_block_, 0)), std::move(memory));
    const diagnostics problems = population_.add(schema, &rows);
    assert(problems.empty()); // columns of text, by the names of facts
    static_cast<void>(problems);
}

population_answers subjects::assess(const progress& on_progress) {
    end_block();
    for (bad_row& bad : bad_) { population_.refuse(bad.row, std::move(bad.problems), bad.parent_known); }
    population_.set_subject_namer([this](std::size_t row) { return location(row); });
    return std::move(population_).assess(on_progress);
}

} // namespace tieuchi::cli
