// SPDX-License-Identifier: Apache-2.0
/// \file
/// Examples, checked against the standards that they are for.
#pragma once

#include "check/expressions.hpp"
#include "check/literals.hpp"
#include "check/outcomes.hpp"
#include "check/pass.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Checks what examples give and expect.
class example_pass : public pass {
public:
    example_pass(shared_scope& shared, literal_reader& literals, expression_checker& expressions, outcome_pass& outcomes)
        : pass(shared), literals_(literals), expressions_(expressions), outcomes_(outcomes) {}

    [[nodiscard]] std::vector<example> take_examples() { return std::move(examples_); }

    void check_examples();

private:
    void check_example(const syntax::tree& file, const syntax::example& text, const document_scope* in, bool sound);
    void check_items(example_scope& here);
    void check_day(example_scope& here, const document_scope* in);
    [[nodiscard]] standard_scope* version_on(std::string_view standard, date day, std::string_view jurisdiction);
    [[nodiscard]] std::optional<date> first_day_of(std::string_view standard, const document_scope* in,
                                                   std::string_view jurisdiction) const;
    [[nodiscard]] std::string when_in_force(std::string_view standard) const;
    void check_choice(example_scope& here, const syntax::example_reading& text);
    void check_given(example_scope& here, const syntax::given& text);
    void report_unknown_given(const example_scope& here, const syntax::given& text);
    void check_given_value(const example_scope& here, const fact& declared, const syntax::word& text, given_fact& into);
    void check_contradictions(const example_scope& here);
    void check_expectation(example_scope& here, const syntax::expect_outcome& text);
    void check_expectation(example_scope& here, const syntax::expect_total& text);
    void check_expectation(example_scope& here, const syntax::expect_because& text);
    void check_expectation(example_scope& here, const syntax::expect_criterion& text);
    void check_expectation(example_scope& here, const syntax::expect_points& text);
    void expect_once(example_scope& here, std::string what, span at);
    [[nodiscard]] std::optional<decimal_range> range_of(const syntax::tree& file, const syntax::points_range& text);

    literal_reader& literals_;
    expression_checker& expressions_;
    outcome_pass& outcomes_;
    std::vector<example> examples_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
