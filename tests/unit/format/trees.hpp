// SPDX-License-Identifier: Apache-2.0
/// \file
/// Syntax trees as text, without the places in the file: what two layouts of the same rules must have in common.
#pragma once

#include "syntax/parse.hpp"

#include <boost/pfr.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace format_tests {

class tree_writer {
public:
    [[nodiscard]] std::string text() const { return made_; }

    void add(const tieuchi::span&) {}
    void add(std::string_view one) { made_ += "`" + std::string(one) + "`"; }
    void add(tieuchi::impl::syntax::expression_id one) { made_ += "#" + std::to_string(one.index); }

    template <class Element>
    void add(const std::vector<Element>& all) {
        made_ += '[';
        for (const Element& one : all) { add(one); }
        made_ += "]\n";
    }
    template <class Inner>
    void add(const std::optional<Inner>& one) {
        if (one) { add(*one); }
        made_ += one ? "" : "-";
    }
    template <class... Kinds>
    void add(const std::variant<Kinds...>& one) {
        made_ += std::to_string(one.index()) + ':';
        std::visit([this](const auto& inner) { this->add(inner); }, one);
    }
    template <class Value>
    void add(const Value& one) {
        if constexpr (std::is_enum_v<Value> || std::is_arithmetic_v<Value>) {
            made_ += std::to_string(static_cast<long>(one)) + ' ';
        } else {
            made_ += '{';
            boost::pfr::for_each_field(one, [this](const auto& field) { this->add(field); });
            made_ += '}';
        }
    }

private:
    std::string made_;
};

/// The tree of rules that parse.
inline std::string tree_of(const std::string& text) {
    tieuchi::diagnostics problems;
    const auto source = std::make_shared<const tieuchi::source>("rules.tieuchi", text);
    const auto tree = tieuchi::impl::syntax::parse(source, {}, problems);
    if (tieuchi::has_errors(problems)) { return tieuchi::to_string(problems); }
    tree_writer writer;
    writer.add(tree.items);
    writer.add(tree.expressions);
    return writer.text();
}

} // namespace format_tests
