// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of the grammar that recover from mistakes: statements, and blocks of them.
#pragma once

#include "syntax/directives.hpp"
#include "syntax/recovery.hpp"

#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// The statements of a level. A bad one is reported and left out, and reading goes on with the next.
template <level Where, class Subject>
struct statements_directive : x3::unary_parser<Subject, statements_directive<Where, Subject>>, piece {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr statements_directive(const Subject& subject)
        : x3::unary_parser<Subject, statements_directive<Where, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& result, Attribute&) const {
        state& input = x3::get<state_tag>(context);
        while (!input.stopped() && first != last && (Where == level::file || first->kind != sign_kind("}"))) {
            input.begin_line(first, Where == level::file && first != input.begin());
            const statement_start start{first, input.missed_at(first)};
            const std::size_t outer = input.open_braces();
            input.set_open_braces(0);
            if (const iterator wrong = read_one(first, last, context, result, start); wrong != nullptr) {
                first = next_statement(input, Where, start.at, wrong);
            } else if (first == start.at) {
                input.set_open_braces(outer);
                break; // a statement of a level further out
            }
            input.set_open_braces(outer);
        }
        if (input.stopped()) { first = last; }
        return true;
    }

private:
    /// Null, or where the mistake is. Takes nothing where the block must have ended.
    template <class Context, class RuleContext>
    iterator read_one(iterator& first, const iterator& last, const Context& context, RuleContext& result,
                      const statement_start& start) const {
        state& input = x3::get<state_tag>(context);
        try {
            if (this->subject.parse(first, last, context, result, result)) { return nullptr; }
            if (starts_further_out(input, Where, start.at)) { return nullptr; }
            report_no_statement(input, Where, start);
            return start.at;
        } catch (const x3::expectation_failure<iterator>& failure) {
            report_mistake(input, Where, start, {failure.where(), input.expected(), {}});
            return failure.where();
        } catch (const mistake& failure) {
            report_mistake(input, Where, start, failure);
            return failure.where;
        } catch (refusal& failure) {
            const iterator where = input.token_from(failure.problem.at.begin);
            input.report(std::move(failure.problem));
            return where;
        }
    }
};

template <level Where, class Subject>
constexpr auto statements(const Subject& subject) {
    return statements_directive<Where, Subject>(subject);
}

/// Statements between braces. A closing brace that is missing is reported, and the block taken for closed. So is an opening one,
/// and the block read on where its statements follow; it then ends with its closing brace or without, which is no other mistake.
/// Stands only where nothing but a block may stand.
template <level Where>
struct enclose_block {
    template <class Node, class Parse>
    bool operator()(iterator& first, state& input, Node&, const Parse& parse) const {
        const iterator opened = first;
        const bool has_brace = first->kind == sign_kind("{");
        if (has_brace) {
            ++first;
        } else {
            input.miss(first, sign_kind("{"));
            report_unopened(input, Where, first);
        }
        ++input.blocks();
        parse();
        --input.blocks();
        if (input.stopped()) { return true; }
        if (first->kind == sign_kind("}")) {
            input.begin_line(first);
            ++first;
        } else if (has_brace) {
            report_unclosed(input, opened, first);
        }
        return true;
    }
};

template <level Where, class Subject>
constexpr auto block(const Subject& subject) {
    return around(enclose_block<Where>{}, statements<Where>(subject));
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
