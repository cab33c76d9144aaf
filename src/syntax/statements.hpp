// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of the grammar that recover from mistakes: statements, and blocks of them.
#pragma once

#include "syntax/directives.hpp"
#include "syntax/recovery.hpp"

#include <string>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// The statements of a level. A bad one is reported and left out, and reading goes on with the next.
template <level Of, class Subject>
struct statements_directive : x3::unary_parser<Subject, statements_directive<Of, Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr statements_directive(const Subject& subject)
        : x3::unary_parser<Subject, statements_directive<Of, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute&) const {
        state& in = x3::get<state_tag>(context);
        for (first = skip_blank(first, last); !in.stopped() && !ends_statements(in, Of, first); first = skip_blank(first, last)) {
            const iterator start = first;
            const std::size_t outer = in.open_braces();
            in.set_open_braces(0);
            if (const iterator wrong = read_one(first, last, context, made); wrong != nullptr) {
                first = next_statement(in, Of, start, wrong);
            }
            in.set_open_braces(outer);
        }
        if (in.stopped()) { first = last; }
        return true;
    }

private:
    /// Null, or where the mistake is.
    template <class Context, class RuleContext>
    iterator read_one(iterator& first, const iterator& last, const Context& context, RuleContext& made) const {
        state& in = x3::get<state_tag>(context);
        const iterator start = first;
        try {
            if (this->subject.parse(first, last, context, made, x3::unused)) { return nullptr; }
            report_no_statement(in, Of, start);
            return start;
        } catch (const x3::expectation_failure<iterator>& failure) {
            report_mistake(in, Of, start, failure.where(), failure.which());
            return failure.where();
        } catch (const mistake& failure) {
            report_mistake(in, Of, start, failure.where, failure.expected, failure.help);
            return failure.where;
        } catch (refusal& failure) {
            const iterator where = in.begin() + failure.problem.at.begin;
            in.report(std::move(failure.problem));
            return where;
        }
    }
};

template <level Of, class Subject>
constexpr auto statements(const Subject& subject) {
    return statements_directive<Of, Subject>(subject);
}

/// Statements between braces. A closing brace that is missing is reported, and the block taken for closed. So is an opening one,
/// and the block read on where its statements follow; it then ends with its closing brace or without, which is no other mistake.
/// Stands only where nothing but a block may stand.
template <level Of, class Subject>
struct block_directive : x3::unary_parser<Subject, block_directive<Of, Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    explicit constexpr block_directive(const Subject& subject)
        : x3::unary_parser<Subject, block_directive<Of, Subject>>(subject) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(iterator& first, const iterator& last, const Context& context, RuleContext& made, Attribute&) const {
        state& in = x3::get<state_tag>(context);
        const iterator opened = skip_blank(first, last);
        const bool has_brace = sign("{").parse(first, last, context, made, x3::unused);
        if (!has_brace) { report_unopened(in, Of, first); }
        this->subject.parse(first, last, context, made, x3::unused);
        if (!in.stopped() && !sign("}").parse(first, last, context, made, x3::unused) && has_brace) {
            report_unclosed(in, opened, skip_blank(first, last));
        }
        return true;
    }
};

template <level Of, class Subject>
constexpr auto block(const Subject& subject) {
    return block_directive<Of, statements_directive<Of, Subject>>(statements<Of>(subject));
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar

namespace boost::spirit::x3 {

template <tieuchi::impl::syntax::level Of, class Subject>
struct get_info<tieuchi::impl::syntax::grammar::block_directive<Of, Subject>> {
    using result_type = std::string;
    std::string operator()(const tieuchi::impl::syntax::grammar::block_directive<Of, Subject>&) const { return "`{`"; }
};

} // namespace boost::spirit::x3
