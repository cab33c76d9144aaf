// SPDX-License-Identifier: Apache-2.0
/// \file
/// Criteria, what they give, and what they make together.
#pragma once

#include "check/expressions.hpp"
#include "check/literals.hpp"
#include "check/pass.hpp"
#include "check/resolve.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Lays out the criteria of a standard, and makes expressions of their points and of the total.
class scoring_pass : public pass {
public:
    scoring_pass(shared_scope& shared, literal_reader& literals, name_resolver& names, expression_checker& expressions)
        : pass(shared), literals_(literals), names_(names), expressions_(expressions) {}

    void check_total(standard_scope& scope);
    void report_wrong_sums();
    void check_criteria(standard_scope& scope);

private:
    /// What a scale goes by.
    struct measure {
        index counted = none;
        index whole = none; ///< none: by the number itself
        bool of_percent = false;
    };
    struct scale_lines {
        std::vector<decimal> limits;
        std::vector<decimal> values; ///< one more: the last is otherwise
    };
    void score(const context& where, const syntax::criterion& text, index at);
    [[nodiscard]] typed raw_points(const context& where, const syntax::criterion& text, index at, decimal& maximum);
    void decide_scored(const context& where, const syntax::criterion& text, index at, std::size_t written, typed raw, typed most);
    [[nodiscard]] typed score_of(const context& where, const syntax::criterion& text, index at, decimal& maximum);
    [[nodiscard]] typed levels(const context& where, const syntax::criterion& text, index at, decimal maximum);
    [[nodiscard]] typed proportion(const context& where, const syntax::criterion& text, decimal maximum);
    [[nodiscard]] typed changed_per(const context& where, const syntax::criterion& text, decimal start, decimal each);
    [[nodiscard]] typed judged(const context& where, const syntax::criterion& text, index at, decimal maximum);
    [[nodiscard]] index judged_fact(const context& where, const syntax::criterion& text, tieuchi::fact declared,
                                    const std::string& clause);
    [[nodiscard]] std::optional<measure> measure_of(const context& where, const syntax::criterion& text);
    [[nodiscard]] std::optional<scale_lines> read_scale_lines(const context& where, const syntax::criterion& text,
                                                              bool of_percent);
    [[nodiscard]] bool check_order_of_limits(const context& where, const syntax::score_line& line, decimal before, decimal limit);
    [[nodiscard]] typed scale_of(const context& where, const syntax::criterion& text, decimal& maximum);
    [[nodiscard]] typed parts_of(const context& where, const syntax::criterion& text, index at, decimal& maximum);
    [[nodiscard]] typed sum_of_parts(const context& where, const std::vector<index>& parts, bool possible);
    [[nodiscard]] typed value_of_part(const context& where, index part, bool possible, typed neutral);
    [[nodiscard]] typed furthest_bound(const context& where, const std::vector<index>& parts, bool possible, bool upper, span at);
    [[nodiscard]] typed count_of_parts(const context& where, const std::vector<index>& parts, span at);
    [[nodiscard]] typed mean_of_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                      bool possible);
    [[nodiscard]] typed joined_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                     bool possible);
    [[nodiscard]] std::vector<index> scored_parts(const context& where, index at) const;
    [[nodiscard]] typed extreme_part(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                     bool possible);
    typed smaller_or_larger(const context& where, bool smaller, typed left, typed right, span at);
    [[nodiscard]] typed any_applies(const context& where, const std::vector<index>& criteria, span at);
    [[nodiscard]] typed inapplicable_points(const context& where, decimal maximum, span at);
    [[nodiscard]] typed where_any_applies(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                          typed value, decimal maximum);
    void apply_where_valued(const context& where, const syntax::criterion& text, index at, typed raw);
    [[nodiscard]] bool counts_the_same(const context& where, const std::vector<index>& parts) const;
    [[nodiscard]] typed most_of(const context& where, const syntax::criterion& text, index at, decimal maximum);
    void decide_by_points(const context& where, index at, typed raw, typed most);
    void points_by_finding(const context& where, index at, decimal maximum);
    void settle_points(const context& where, index at, typed raw, typed most, const std::vector<index>& applying);
    void score_same(const context& where, index at);
    void check_parts_without_points(const context& where, const syntax::criterion& text, index at);
    void require_policy(const context& where, index at);
    [[nodiscard]] bool state_points(const context& where, const syntax::stated_points& text, decimal of_criteria);
    [[nodiscard]] typed rescaled_total(const context& where, typed sum, typed possible, const syntax::total_rounding* rounded);
    index add_criterion(const context& outside, const syntax::criterion& text, const std::string& clause, index parent,
                        bool event);
    [[nodiscard]] bool has_room(const context& where, const syntax::criterion& text, const std::string& clause, index parent);
    [[nodiscard]] criterion head_of(const context& where, const syntax::criterion& text, const std::string& clause);
    void add_conditions(const context& where, const syntax::criterion& text, criterion& to);
    void set_needed(const context& where, const syntax::criterion& text, criterion& to);
    void add_same(const context& where, const syntax::criterion& text, index into);
    [[nodiscard]] standard_scope* neighbour_named(const context& where, const syntax::word& name);
    [[nodiscard]] const written_clause* clause_named(const syntax::tree& file, const standard_scope& from,
                                                     const syntax::word& clause);
    void settle_applicability(const context& where, index at);

    literal_reader& literals_;
    name_resolver& names_;
    expression_checker& expressions_;
    std::vector<const syntax::criterion*> open_; // criteria being built, outermost first: finds cycles of `same as`
    std::vector<wrong_sum> wrong_sums_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
