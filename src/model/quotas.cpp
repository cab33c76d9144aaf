// SPDX-License-Identifier: Apache-2.0
// Quotas: how many of a population may have a class.
#include "base/text_list.hpp"
#include "model/checker.hpp"

namespace TIEUCHI_NAMESPACE::impl::model {

std::optional<std::uint32_t> checker::people(const context& where, const std::optional<syntax::number>& text) {
    const auto number = text ? number_of(*where.file, *text) : std::nullopt;
    if (!number) { return std::nullopt; }
    constexpr std::int64_t most = 1'000'000'000;
    if (!number->is_whole() || number->units() > most * decimal::one) {
        error(*where.file, text->at, "E216", "how many subjects there are is a whole number, at most 1,000,000,000");
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(number->units() / decimal::one);
}

void checker::check_quota(const context& where, const syntax::quota& text) {
    const standard& model = *where.into->model;
    const auto outcome = outcome_named(where, text.outcome);
    const auto of = text.of ? outcome_named(where, *text.of) : std::nullopt;
    const auto percent = number_of(*where.file, text.percent);
    quota made;
    if (text.highest) {
        made.highest = plain_number(where, text.highest).id;
    } else {
        made.highest = model.total;
        if (model.total == none && !has_errors(problems_)) {
            error(*where.file, text.at, "E325", "standard `" + model.name + "` has no total to order its subjects by",
                  "say by which number, as in `highest staff first`");
        }
    }
    made.shown.fewer_than = people(where, text.fewer_than);
    made.shown.then_at_most = people(where, text.then_at_most);
    made.shown.cites = make_cites(text.cites);
    made.shown.cite = joined(made.shown.cites);
    if (!outcome || !percent || (text.of && !of) || made.highest == none) { return; }
    if (*outcome + 1 == model.outcomes.size()) {
        error(*where.file, text.outcome.at, "E328",
              "there is no class below `" + std::string(text.outcome.text) + "` for the others",
              "a quota limits a class that is better than another");
        return;
    }
    if (percent->units() > 100 * decimal::one) {
        error(*where.file, text.percent.at, "E309", "a quota of more than 100% limits nothing", "give it 100% or less");
        return;
    }
    if (of && *of < *outcome && !text.or_better) {
        error(*where.file, text.of->at, "E328",
              "those that are `" + std::string(text.of->text) + "` are better than those limited",
              "a share is one of those that have the class, or of more: `or better`");
        return;
    }
    made.shown.outcome = *outcome;
    made.shown.percent = *percent;
    made.shown.of = of;
    made.shown.or_better = text.or_better;
    where.into->model->quotas.push_back(std::move(made));
}

} // namespace TIEUCHI_NAMESPACE::impl::model
