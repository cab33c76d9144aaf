// SPDX-License-Identifier: Apache-2.0
// Questions about options: which current, which of several, and their order.
#include "base/nearest.hpp"
#include "check/expressions.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] std::vector<std::string> names_of(const std::vector<option>& options) {
    std::vector<std::string> names;
    names.reserve(options.size());
    for (const auto& each : options) { names.push_back(each.name); }
    return names;
}

[[nodiscard]] std::uint64_t all_of_them(std::size_t options) {
    return options >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << options) - 1;
}

} // namespace

const std::vector<option>* expression_checker::options_of(const context& where, const expression& e) const {
    const standard& model = *where.into->model;
    if (e.op == operation::fact) { return &model.facts[e.at_index].options; }
    return e.op == operation::in_reading ? &model.readings[e.at_index].options : &model.choices[e.at_index];
}

std::optional<std::uint64_t> expression_checker::options_mask(const context& where, const std::vector<std::string>& known,
                                                              const std::vector<syntax::word>& words, const std::string& of,
                                                              const std::vector<std::string>& elsewhere) {
    std::uint64_t mask = 0;
    bool good = true;
    for (const auto& word : words) {
        const auto found = std::find(known.begin(), known.end(), word.text);
        if (found == known.end()) {
            if (std::find(elsewhere.begin(), elsewhere.end(), word.text) != elsewhere.end()) { continue; } // never the case here
            good = false;
            error(
                *where.file, word.at,
                say<diag::unknown_option>(word.text, of).with_help(did_you_mean(word.text, known, "they are " + list_of(known))));
            continue;
        }
        mask |= std::uint64_t{1} << static_cast<unsigned>(found - known.begin());
    }
    return good ? std::optional(mask) : std::nullopt;
}

typed expression_checker::check_membership(const context& where, const syntax::expression& e) {
    if (!e.left) { return {}; }
    const syntax::expression& left_text = (*where.file)[e.left];
    expression membership;
    membership.at = e.at;
    std::vector<std::string> known;
    std::string of;
    if (left_text.op == syntax::operation::outcome) {
        if (!where.of_subunit) {
            error(*where.file, left_text.at, say<diag::outcome_outside_tally>());
            return {};
        }
        for (const auto& outcome : where.into->model->outcomes) { known.push_back(outcome.shown.name); }
        membership.op = operation::in_outcomes;
        of = "outcome";
    } else {
        const typed left = check_expression(where, e.left);
        if (!left) { return {}; }
        if (left.type != value_type::options) {
            const std::string named(where.file->source->text(left_text.at));
            error(*where.file, left_text.at,
                  say<diag::not_of_options>(what_it_is(left.type))
                      .with_help(left.type == value_type::truth
                                     ? "what is yes or no is a condition by itself: write `" + named + "` or `not " + named + "`"
                                     : "compare it with `=`"));
            return {};
        }
        const expression& asked = where.into->model->expressions[left.id];
        known = names_of(*options_of(where, asked));
        membership.op = asked.op == operation::fact         ? operation::in_options
                        : asked.op == operation::in_reading ? operation::in_reading
                                                            : operation::in_values;
        membership.at_index = asked.at_index;
        if (membership.op == operation::in_values) { membership.left = left.id; }
        of = std::string(where.file->source->text(left_text.at));
    }
    // A criterion brought in by `same as` may ask for a kind that only its own standard is for.
    const bool of_kind = membership.op == operation::in_options && membership.at_index == 0;
    const auto mask = options_mask(where, known, e.words, of, of_kind ? where.names->model->kinds : std::vector<std::string>{});
    if (!mask) { return {}; }
    membership.mask = e.negated ? all_of_them(known.size()) & ~*mask : *mask;
    return add(where, membership);
}

typed expression_checker::check_order_of_options(const context& where, const syntax::expression& e, typed left) {
    const expression asked = where.into->model->expressions[left.id];
    const syntax::expression& right = (*where.file)[e.right];
    const std::string of(where.file->source->text(asked.at));
    const relation relation = relation_of(e.op);
    if (relation == relation::equal || relation == relation::not_equal) {
        const std::string option = right.op == syntax::operation::name ? std::string(right.words.front().text) : "…";
        error(*where.file, e.at, say<diag::options_compared>(of + (relation == relation::equal ? " is " : " is not ") + option));
        return {};
    }
    if (asked.op == operation::fact && where.into->model->facts[asked.at_index].from_outcome &&
        !where.into->model->facts[asked.at_index].ordered) {
        error(*where.file, e.at, say<diag::versions_without_order>(of));
        return {};
    }
    if (asked.op != operation::fact || !where.into->model->facts[asked.at_index].ordered) {
        error(*where.file, e.at, say<diag::options_without_order>(of));
        return {};
    }
    if (right.op != syntax::operation::name) {
        error(*where.file, right.at, say<diag::option_expected>(of, list_of(names_of(*options_of(where, asked)))));
        return {};
    }
    const std::vector<std::string> known = names_of(*options_of(where, asked));
    const auto pivot = options_mask(where, known, right.words, of);
    if (!pivot) { return {}; }
    const std::uint64_t below = *pivot - 1;
    const std::uint64_t above = all_of_them(known.size()) & ~(below | *pivot);
    expression membership;
    membership.op = operation::in_options;
    membership.at_index = asked.at_index;
    membership.at = e.at;
    switch (relation) {
    case relation::less: membership.mask = below; break;
    case relation::less_equal: membership.mask = below | *pivot; break;
    case relation::greater: membership.mask = above; break;
    case relation::equal:
    case relation::not_equal:
    case relation::greater_equal: membership.mask = above | *pivot; break;
    }
    return add(where, membership);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
