// SPDX-License-Identifier: Apache-2.0
// Quotas: how many of a population may have a class.
#include "base/text_list.hpp"
#include "check/outcomes.hpp"

namespace TIEUCHI_NAMESPACE::impl::check {

std::optional<std::uint32_t> outcome_pass::people(const context& where, const std::optional<syntax::number>& text) {
    const auto number = text ? literals_.number_of(*where.file, *text) : std::nullopt;
    if (!number) { return std::nullopt; }
    constexpr std::int64_t most = 1'000'000'000;
    if (!number->is_whole() || number->units() > most * decimal::one) {
        error(*where.file, text->at, say<diag::subjects_not_whole>());
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(number->units() / decimal::one);
}

void outcome_pass::check_quota(const context& where, const syntax::quota& text) {
    const standard& model = *where.into->model;
    const auto outcome = outcome_named(where, text.outcome);
    const auto counted = text.counted ? outcome_named(where, *text.counted) : std::nullopt;
    const auto percent = literals_.number_of(*where.file, text.percent);
    quota result;
    if (text.highest) {
        result.highest = expressions_.plain_number(where, text.highest).id;
    } else {
        result.highest = model.total;
        if (model.total == none && !has_errors()) { error(*where.file, text.at, say<diag::no_total_to_order_by>(model.name)); }
    }
    result.shown.fewer_than = people(where, text.fewer_than);
    result.shown.then_at_most = people(where, text.then_at_most);
    result.shown.cites = literals_.make_cites(text.cites);
    result.shown.cite = joined(result.shown.cites);
    if (!outcome || !percent || (text.counted && !counted) || result.highest == none) { return; }
    if (*outcome + 1 == model.outcomes.size()) {
        error(*where.file, text.outcome.at, say<diag::quota_of_worst_class>(text.outcome.text));
        return;
    }
    if (percent->units() > 100 * decimal::one) {
        error(*where.file, text.percent.at, say<diag::quota_of_more_than_all>());
        return;
    }
    if (counted && *counted < *outcome && !text.or_better) {
        error(*where.file, text.counted->at, say<diag::quota_of_better_class>(text.counted->text));
        return;
    }
    result.shown.outcome = *outcome;
    result.shown.percent = *percent;
    result.shown.counted_outcome = counted;
    result.shown.or_better = text.or_better;
    where.into->model->quotas.push_back(std::move(result));
}

} // namespace TIEUCHI_NAMESPACE::impl::check
