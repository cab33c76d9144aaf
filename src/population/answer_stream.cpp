// SPDX-License-Identifier: Apache-2.0
// The answers of a population by columns, batch after batch.
#include "population/answer_stream.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

constexpr std::size_t batch_rows = 65'536;
constexpr std::size_t problems_column = 2; ///< after `outcome` and `decided`

/// Lists of outcomes, a bit each.
[[nodiscard]] arrow::array_builder outcome_lists(const std::vector<std::uint64_t>& sets, const std::vector<outcome>& outcomes) {
    std::vector<std::int32_t> ends{0};
    std::vector<std::int8_t> items;
    for (const std::uint64_t set : sets) {
        for (std::uint64_t left = set; left != 0; left &= left - 1) {
            items.push_back(static_cast<std::int8_t>(__builtin_ctzll(left)));
        }
        ends.push_back(static_cast<std::int32_t>(items.size()));
    }
    std::vector<std::string> names;
    names.reserve(outcomes.size());
    for (const outcome& each : outcomes) { names.push_back(each.name); }
    return arrow::list_array(sets.size(), arrow::buffer::copy_of(ends),
                             arrow::dictionary_array(arrow::flat_array(items), arrow::text_array(names)));
}

} // namespace

arrow::schema_builder population_evaluation::schema(std::size_t shown) const {
    arrow::schema_builder schema = assessors_[shown]->shape().schema();
    auto& columns = schema.children;
    columns.erase(columns.begin() + problems_column);
    columns.insert(columns.begin(), arrow::flat_schema("l", "row"));
    if (!groups_[shown_[shown]]->bound->quotas.empty()) {
        columns.push_back(arrow::list_schema("before_quotas", arrow::dictionary_schema("c", "item")));
    }
    return schema;
}

std::optional<arrow::array_builder> population_evaluation::answers(std::size_t shown, std::size_t first,
                                                                   std::size_t count) const {
    const group& group = *groups_[shown_[shown]];
    const auto members = std::span(answered_members_[shown]).subspan(first, count);
    auto found = assessors_[shown]->answer(
        count, [&] { return std::make_unique<gathered_block>(*table_, shown_[shown], group, members); });
    if (!found) { return std::nullopt; }
    arrow::array_builder table = found->table();
    auto& columns = table.children;
    columns.erase(columns.begin() + problems_column);
    std::vector<std::int64_t> rows;
    std::vector<std::uint64_t> before;
    for (const std::uint32_t member : members) {
        rows.push_back(static_cast<std::int64_t>(group.members[member]));
        before.push_back(group.outcomes[member]);
    }
    columns.insert(columns.begin(), arrow::flat_array(rows));
    if (!group.bound->quotas.empty()) { columns.push_back(outcome_lists(before, group.bound->outcomes)); }
    return table;
}

diagnostics answer_stream::next(ArrowArray& to) {
    const std::size_t count = std::min(batch_rows, evaluation_->answered_by(shown_) - first_);
    if (count == 0) { return {}; }
    auto array = evaluation_->answers(shown_, first_, count);
    if (!array) { return arrow::assessor::too_much(); }
    first_ += count;
    std::move(*array).build().move_to(to);
    return {};
}

} // namespace TIEUCHI_NAMESPACE::impl::population
