// SPDX-License-Identifier: Apache-2.0
/// \file
/// The grammar's actions: each puts what was just read into its place in what the rule makes.
#pragma once

#include "syntax/directives.hpp"

#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

/// The attribute becomes that member.
template <auto Member>
struct put_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context).*Member = std::move(x3::_attr(context));
    }
};
template <auto Member>
inline constexpr put_action<Member> put{};

/// The attribute is added to that member, a list.
template <auto Member>
struct append_action {
    template <class Context>
    void operator()(const Context& context) const {
        (x3::_val(context).*Member).push_back(std::move(x3::_attr(context)));
    }
};
template <auto Member>
inline constexpr append_action<Member> append{};

/// The attribute's elements are added to that member, a list.
template <auto Member>
struct extend_action {
    template <class Context>
    void operator()(const Context& context) const {
        auto& to = x3::_val(context).*Member;
        auto& from = x3::_attr(context);
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }
};
template <auto Member>
inline constexpr extend_action<Member> extend{};

/// What the rule makes is a list, and the attribute is added to it.
struct push_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context).push_back(std::move(x3::_attr(context)));
    }
};
inline constexpr push_action push{};

/// That member becomes `Value`.
template <auto Member, auto Value>
struct set_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context).*Member = Value;
    }
};
template <auto Member, auto Value>
inline constexpr set_action<Member, Value> set{};

/// As `put`, for what may stand once only: a second one would silently take the place of the first.
template <auto Member>
struct once {
    const char* what;

    template <class Context>
    void operator()(const Context& context) const {
        auto& to = x3::_val(context).*Member;
        auto& from = x3::_attr(context);
        if (is_set(to)) {
            state& input = x3::get<state_tag>(context);
            input.report(input.error(say<diag::duplicate_item>(what), place_of(from)));
        }
        to = std::move(from);
    }

private:
    template <class Value>
    static bool is_set(const Value& value) {
        if constexpr (requires { value.has_value(); }) {
            return value.has_value();
        } else {
            return !value.empty();
        }
    }

    template <class Value>
    static span place_of(const Value& value) {
        if constexpr (requires { value.at.begin; }) {
            return value.at;
        } else {
            return {value.front().at.begin, value.back().at.end};
        }
    }
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
