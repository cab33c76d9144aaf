// SPDX-License-Identifier: Apache-2.0
// Questions about options: whether a value is one of them, and how they are ordered.
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
                                                              const std::vector<syntax::word>& words, const std::string& subject,
                                                              const std::vector<std::string>& elsewhere) {
    std::uint64_t mask = 0;
    bool good = true;
    for (const auto& word : words) {
        const auto found = std::find(known.begin(), known.end(), word.text);
        if (found == known.end()) {
            if (std::find(elsewhere.begin(), elsewhere.end(), word.text) != elsewhere.end()) { continue; } // never the case here
            good = false;
            error(*where.file, word.at,
                  say<diag::unknown_option>(word.text, subject)
                      .with_help(did_you_mean(word.text, known, "they are " + list_of(known))));
            continue;
        }
        mask |= std::uint64_t{1} << static_cast<unsigned>(found - known.begin());
    }
    return good ? std::optional(mask) : std::nullopt;
}

/// `outcome is met`, which only a tally may ask of sub-units.
std::optional<expression_checker::options_query> expression_checker::query_of_outcome(const context& where, span at) {
    if (!where.of_subunit) {
        error(*where.file, at, say<diag::outcome_outside_tally>());
        return std::nullopt;
    }
    options_query query;
    for (const auto& outcome : where.into->model->outcomes) { query.options.push_back(outcome.shown.name); }
    query.subject = "outcome";
    query.membership.op = operation::in_outcomes;
    return query;
}

std::optional<expression_checker::options_query> expression_checker::query_of_options(const context& where,
                                                                                      syntax::expression_id id) {
    const typed value = check_expression(where, id);
    if (!value) { return std::nullopt; }
    const span at = (*where.file)[id].at;
    options_query query;
    query.subject = where.file->source->text(at);
    if (value.type != value_type::options) {
        error(*where.file, at,
              say<diag::not_of_options>(what_it_is(value.type))
                  .with_help(value.type == value_type::truth ? "what is yes or no is a condition by itself: write `" +
                                                                   query.subject + "` or `not " + query.subject + "`"
                                                             : "compare it with `=`"));
        return std::nullopt;
    }
    const expression& operand = where.into->model->expressions[value.id];
    query.options = names_of(*options_of(where, operand));
    query.membership.at_index = operand.at_index;
    if (operand.op == operation::fact) {
        query.membership.op = operation::in_options;
    } else if (operand.op == operation::in_reading) {
        query.membership.op = operation::in_reading;
    } else { // a table of options
        query.membership.op = operation::in_values;
        query.membership.left = value.id;
    }
    return query;
}

typed expression_checker::check_membership(const context& where, const syntax::expression& e) {
    if (!e.left) { return {}; }
    const syntax::expression& subject = (*where.file)[e.left];
    const auto query =
        subject.op == syntax::operation::outcome ? query_of_outcome(where, subject.at) : query_of_options(where, e.left);
    if (!query) { return {}; }
    expression membership = query->membership;
    // A criterion that `same as` brings in may ask for a kind that only its own standard is for.
    const bool asks_kind = membership.op == operation::in_options && membership.at_index == 0;
    const auto mask = options_mask(where, query->options, e.words, query->subject,
                                   asks_kind ? where.names->model->kinds : std::vector<std::string>{});
    if (!mask) { return {}; }
    membership.mask = e.negated ? all_of_them(query->options.size()) & ~*mask : *mask;
    membership.at = e.at;
    return add(where, membership);
}

typed expression_checker::check_order_of_options(const context& where, const syntax::expression& e, typed left) {
    const expression operand = where.into->model->expressions[left.id];
    const syntax::expression& right = (*where.file)[e.right];
    const std::string subject(where.file->source->text(operand.at));
    const relation relation = relation_of(e.op);
    if (relation == relation::equal || relation == relation::not_equal) {
        const std::string option = right.op == syntax::operation::name ? std::string(right.words.front().text) : "…";
        error(*where.file, e.at,
              say<diag::options_compared>(subject + (relation == relation::equal ? " is " : " is not ") + option));
        return {};
    }
    if (operand.op == operation::fact && where.into->model->facts[operand.at_index].from_outcome &&
        !where.into->model->facts[operand.at_index].ordered) {
        error(*where.file, e.at, say<diag::versions_without_order>(subject));
        return {};
    }
    if (operand.op != operation::fact || !where.into->model->facts[operand.at_index].ordered) {
        error(*where.file, e.at, say<diag::options_without_order>(subject));
        return {};
    }
    if (right.op != syntax::operation::name) {
        error(*where.file, right.at, say<diag::option_expected>(subject, list_of(names_of(*options_of(where, operand)))));
        return {};
    }
    const std::vector<std::string> known = names_of(*options_of(where, operand));
    const auto pivot = options_mask(where, known, right.words, subject);
    if (!pivot) { return {}; }
    const std::uint64_t below = *pivot - 1;
    const std::uint64_t above = all_of_them(known.size()) & ~(below | *pivot);
    expression membership;
    membership.op = operation::in_options;
    membership.at_index = operand.at_index;
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
