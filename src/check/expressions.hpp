// SPDX-License-Identifier: Apache-2.0
/// \file
/// Expressions: names resolved, types and units checked, bounds proved.
#pragma once

#include "check/links.hpp"
#include "check/literals.hpp"
#include "check/pass.hpp"
#include "check/resolve.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Turns expressions as written into expressions of the model.
class expression_checker : public pass, public quantity_checker {
public:
    expression_checker(shared_scope& shared, literal_reader& literals, name_resolver& names, link_resolver& links)
        : pass(shared), literals_(literals), names_(names), links_(links) {
        names.set_quantities(*this);
    }

    [[nodiscard]] static bool counts_as_full(const context& where);
    [[nodiscard]] typed applicable(const context& where, typed truth, span at);
    index condition(const context& where, syntax::expression_id id);
    [[nodiscard]] bool check_quantity(const context& where, const syntax::quantity& text, symbol& as,
                                      const syntax::tree& file) override;
    typed check_expression(const context& where, syntax::expression_id id);
    typed read_fact(const context& where, index fact, span at);
    typed multiply(const context& where, typed value, const expression& constant, span at);
    typed join_numbers(const context& where, bool subtract, typed left, typed right, span at);
    typed join_truths(const context& where, operation op, typed left, typed right, span at);
    typed finding_of(const context& where, index criterion, span at);
    [[nodiscard]] std::optional<index> criterion_named(const context& where, const syntax::word& clause);
    typed rounded(const context& where, typed value, const syntax::rounding& to);
    typed divided(const context& where, typed part, typed whole, decimal times, const syntax::rounding* to, span at);
    void report_whole_below_zero(const context& where, index whole, span at);
    typed choose(const context& where, index when, typed yes, typed no, typed not_applicable, span at);
    typed first_match(const context& where, const std::vector<std::pair<index, typed>>& lines, typed otherwise, span at);
    typed constant(const context& where, decimal number, span at);
    typed clamped(const context& where, typed value, std::optional<decimal> least, std::optional<decimal> most, span at);
    typed plain_number(const context& where, syntax::expression_id id);
    typed compare_share(const context& where, typed part, typed whole, const expression& factor, model::relation relation,
                        span at);
    typed compare_numbers(const context& where, typed left, typed right, model::relation relation, span at, bool warn);
    typed add(const context& where, expression e);
    [[nodiscard]] bool fits(const context& where, span at, int128 least, int128 most, std::initializer_list<index> operands = {});

private:
    /// What is asked of a value that is one of several options.
    struct options_query {
        std::vector<std::string> options;
        std::string subject; ///< as rules write it
        expression membership;
    };
    typed check_operation(const context& where, syntax::expression_id id);
    typed check_name(const context& where, const syntax::word& name);
    typed check_literal(const context& where, const syntax::expression& e);
    typed check_duration(const context& where, const syntax::expression& e);
    typed check_known_day(const context& where, known_day day, span at);
    typed check_chain(const context& where, syntax::expression_id id);
    typed check_sum(const context& where, syntax::expression_id id);
    typed check_product(const context& where, syntax::expression_id id);
    typed multiply_by(const context& where, typed left, typed right, span at);
    [[nodiscard]] std::int64_t least_difference(const context& where, const expression& sum) const;
    typed check_percent_of(const context& where, const syntax::expression& e);
    typed check_truth(const context& where, syntax::expression_id id);
    typed check_number(const context& where, syntax::expression_id id);
    typed check_criterion_query(const context& where, const syntax::expression& e);
    typed check_criterion_is(const context& where, const syntax::expression& e);
    typed points_of(const context& where, index criterion, span at);
    typed check_every_at_least(const context& where, const syntax::expression& e);
    typed check_count_met(const context& where, const syntax::expression& e);
    typed check_rate(const context& where, const syntax::expression& e);
    typed divided_evenly(const context& where, typed part, typed whole, decimal times, span at);
    typed shift_date(const context& where, bool back, typed day, typed by, span at);
    typed check_table(const context& where, const syntax::quantity& text);
    [[nodiscard]] bool is_undeclared_name(const context& where, syntax::expression_id id) const;
    typed add_option(const context& where, syntax::expression_id id, std::vector<option>& options);
    [[nodiscard]] std::vector<std::pair<index, typed>> check_table_conditions(const context& where,
                                                                              const std::vector<syntax::table_line>& written,
                                                                              const std::vector<typed>& values);
    [[nodiscard]] bool check_table_values(const context& where, const std::vector<syntax::expression_id>& written,
                                          const std::vector<typed>& values, bool of_options);
    typed product(const context& where, typed left, typed right, span at);
    typed check_rates(const context& where, const syntax::expression& e, typed left, typed right, model::relation relation);
    typed where_not_zero(const context& where, const std::vector<index>& wholes, typed compared, span at);
    typed check_comparison(const context& where, const syntax::expression& e);
    bool is_compared_with_yes(const context& where, const syntax::expression& e, syntax::expression_id fact,
                              syntax::expression_id word);
    typed check_share(const context& where, const syntax::expression& e, syntax::expression_id counted,
                      const syntax::expression& share, model::relation relation);
    typed check_membership(const context& where, const syntax::expression& e);
    [[nodiscard]] std::optional<options_query> query_of_outcome(const context& where, span at);
    [[nodiscard]] std::optional<options_query> query_of_options(const context& where, syntax::expression_id id);
    typed check_order_of_options(const context& where, const syntax::expression& e, typed left);
    [[nodiscard]] const std::vector<option>* options_of(const context& where, const expression& e) const;
    [[nodiscard]] std::optional<std::uint64_t> options_mask(const context& where, const std::vector<std::string>& known,
                                                            const std::vector<syntax::word>& words, const std::string& subject,
                                                            const std::vector<std::string>& elsewhere = {});
    void warn_if_constant(const context& where, const expression& e);
    [[nodiscard]] bool may_select(const standard_scope& scope, const expression& e) const;
    [[nodiscard]] bool may_not_apply(const standard_scope& in, const expression& e) const;
    void report_too_large(const context& where, span at, int128 size, std::initializer_list<index> operands);

    literal_reader& literals_;
    name_resolver& names_;
    link_resolver& links_;
    std::uint32_t depth_ = 0; ///< how deep in expressions, those of quantities included
};

inline constexpr const char* rate_help =
    "a rate is compared, as in `crimes per 1000 staff < 5`, or rounded: `… rounded to 0.01 half up`";

/// The relation that an operator of comparison says.
[[nodiscard]] relation relation_of(syntax::operation op);

/// Whether a relation holds for every pair of values, for none, or depends.
enum class certainty : std::uint8_t { depends, always, never };
[[nodiscard]] certainty certainty_of(relation r, int128 a_least, int128 a_most, int128 b_least, int128 b_most);

/// Numbers and percentages: what can be added, multiplied and rounded.
[[nodiscard]] constexpr bool is_plain(value_type type) noexcept {
    return type == value_type::number || type == value_type::percent;
}

/// A percentage as what a whole is multiplied with.
[[nodiscard]] expression share_factor(decimal percent, span at);

/// A type in words, as in `this is …`.
[[nodiscard]] std::string what_it_is(value_type type);

/// A constant with no more digits after the point than it needs.
[[nodiscard]] expression constant_of(decimal number, value_type type, span at);

} // namespace TIEUCHI_NAMESPACE::impl::check
