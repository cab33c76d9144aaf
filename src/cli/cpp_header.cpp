// SPDX-License-Identifier: Apache-2.0
#include "cpp_header.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace tieuchi::cli {

namespace {

/// Names that C++ keeps for itself, then those that the header uses, and some that systems do.
constexpr auto reserved_names = std::to_array<std::string_view>({"alignas",       "alignof",
                                                                 "and_eq",        "asm",
                                                                 "auto",          "bitand",
                                                                 "bitor",         "bool",
                                                                 "break",         "case",
                                                                 "catch",         "char",
                                                                 "char16_t",      "char32_t",
                                                                 "char8_t",       "class",
                                                                 "co_await",      "co_return",
                                                                 "co_yield",      "compl",
                                                                 "concept",       "const",
                                                                 "const_cast",    "consteval",
                                                                 "constexpr",     "constinit",
                                                                 "continue",      "decltype",
                                                                 "delete",        "do",
                                                                 "double",        "dynamic_cast",
                                                                 "else",          "enum",
                                                                 "explicit",      "export",
                                                                 "extern",        "false",
                                                                 "float",         "friend",
                                                                 "goto",          "if",
                                                                 "inline",        "int",
                                                                 "long",          "mutable",
                                                                 "namespace",     "new",
                                                                 "noexcept",      "not_eq",
                                                                 "nullptr",       "operator",
                                                                 "or_eq",         "private",
                                                                 "protected",     "public",
                                                                 "register",      "reinterpret_cast",
                                                                 "requires",      "return",
                                                                 "short",         "signed",
                                                                 "sizeof",        "static",
                                                                 "static_assert", "static_cast",
                                                                 "struct",        "switch",
                                                                 "template",      "this",
                                                                 "thread_local",  "throw",
                                                                 "true",          "try",
                                                                 "typedef",       "typeid",
                                                                 "typename",      "union",
                                                                 "unsigned",      "using",
                                                                 "virtual",       "void",
                                                                 "volatile",      "wchar_t",
                                                                 "while",         "xor",
                                                                 "xor_eq",        "and",
                                                                 "default",       "for",
                                                                 "not",           "or",
                                                                 "std",           "tieuchi",
                                                                 "to_string",     "options",
                                                                 "main",          "unix",
                                                                 "linux",         "errno",
                                                                 "assert",        "stdin",
                                                                 "stdout",        "stderr"});

/// A text in one line of a comment, which it cannot continue on the next one.
[[nodiscard]] std::string in_comment(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; }, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    return line.ends_with('\\') ? line + '.' : line;
}

/// Precondition: a name of a rule file, so that nothing is to be escaped.
[[nodiscard]] std::string string_literal(std::string_view name) { return '"' + std::string(name) + '"'; }

class header {
public:
    header(const standard& by, std::string_view language) : by_(by), language_(language) {
        for (const fact& fact : by.facts()) {
            const bool always_known = fact.name == "kind" && by.kinds().size() == 1;
            if (!always_known) { facts_.push_back(&fact); }
        }
    }

    [[nodiscard]] std::string in(std::string_view name_space) {
        const std::string name(name_space);
        text_ = "// Made by `tieuchi gen cpp`. When the rules change, make it again; do not edit it.\n";
        text_ += "// " + source() + "\n";
        text_ += "#pragma once\n\n"
                 "#include <tieuchi/rulebook.hpp>\n#include <tieuchi/typed_facts.hpp>\n\n"
                 "#include <array>\n#include <cstddef>\n#include <cstdint>\n#include <string_view>\n#include <utility>\n#include "
                 "<vector>\n\n"
                 "namespace " +
                 name + " {\n\n";
        for (const fact* fact : facts_) {
            if (fact->type == fact_type::one_of) { add_enum(*fact); }
        }
        add_facts(name);
        add_standard();
        text_ += "} // namespace " + name + "\n";
        return text_;
    }

private:
    /// `124/2021/TT-BCA (official), as in force on 2022-11-15`
    [[nodiscard]] std::string source() const {
        std::string text = "Standard `" + by_.name() + "` of " + by_.document().number;
        for (const std::string& amendment : by_.amended_by()) {
            text += (&amendment == &by_.amended_by().front() ? ", amended by " : ", ") + amendment;
        }
        if (!by_.jurisdiction().empty()) { text += ", in " + by_.jurisdiction(); }
        return in_comment(text + ", " + std::string(to_string(by_.status())) + ", as in force on " + to_string(by_.on()) + ".");
    }

    [[nodiscard]] std::string label_of(const labels& label, std::string_view otherwise) const {
        const std::string_view text = label.in(language_);
        return in_comment(text.empty() ? otherwise : text);
    }

    void add_enum(const fact& fact) {
        const std::string name = cpp_name(fact.name);
        const std::string count = std::to_string(fact.options.size());
        text_ +=
            "/// An option of the fact `" + fact.name + "`" + (fact.ordered ? "; from the lowest to the highest" : "") + ".\n";
        text_ += "enum class " + name + " : std::uint32_t {\n";
        for (const option& option : fact.options) {
            text_ += "    " + cpp_name(option.name) + ", ///< " + label_of(option.label, option.name) + "\n";
        }
        text_ += "};\n\n";
        text_ += "namespace options {\ninline constexpr std::array<std::string_view, " + count + "> " + name + "{";
        for (const option& option : fact.options) {
            text_ += (&option == &fact.options.front() ? "" : ", ") + string_literal(option.name);
        }
        text_ += "};\n} // namespace options\n\n";
        text_ += "/// The name of an option in data.\n"
                 "[[nodiscard]] constexpr std::string_view to_string(" +
                 name +
                 " option) noexcept {\n"
                 "    const auto index = static_cast<std::size_t>(option);\n"
                 "    return index < " +
                 count + " ? " + options_of(fact) +
                 "[index] : \"(no option)\";\n"
                 "}\n\n";
    }

    /// The array of the names of its options.
    [[nodiscard]] static std::string options_of(const fact& fact) { return "options::" + cpp_name(fact.name); }

    [[nodiscard]] static std::string type_of(const fact& fact, const std::string& name_space) {
        switch (fact.type) {
        case fact_type::yes_no: return "bool";
        case fact_type::count: return "std::int64_t";
        case fact_type::date: return "tieuchi::date";
        case fact_type::one_of: return "::" + name_space + "::" + cpp_name(fact.name);
        case fact_type::number:
        case fact_type::percent:
        case fact_type::judged: break;
        }
        return "tieuchi::decimal";
    }

    void add_facts(const std::string& name_space) {
        text_ += "/// What is known about one subject: " + label_of(by_.title(), by_.name()) +
                 ".\n"
                 "/// What is left out is unknown: never no, never zero.\n"
                 "struct facts {\n";
        for (const fact* fact : facts_) {
            text_ += "    /// " + label_of(fact->question, fact->name) + " (" + in_comment(fact->valid_answers(language_));
            if (!fact->only_for.empty()) {
                text_ += "; only for";
                for (const std::string& kind : fact->only_for) {
                    text_ += (&kind == &fact->only_for.front() ? " " : ", ") + kind;
                }
            }
            text_ += ")\n    tieuchi::fact_input<" + type_of(*fact, name_space) + "> " + cpp_name(fact->name) + "{};\n";
        }
        text_ += "\n    friend bool operator==(const facts&, const facts&) = default;\n"
                 "};\n\n";
    }

    void add_standard() {
        text_ +=
            "/// The standard, as the rules have it that the program runs with. Immutable; any number of threads may share one.\n"
            "class standard {\n"
            "public:\n"
            "    /// Errors: those of `tieuchi::rulebook::standard`; E513 where the rules lack a fact or an option of this "
            "header.\n"
            "    [[nodiscard]] static tieuchi::result<standard> of(const tieuchi::rulebook& rules, const tieuchi::selection& "
            "how) {\n"
            "        auto by = rules.standard(" +
            string_literal(by_.name()) +
            ", how);\n"
            "        if (!by) { return by.error(); }\n"
            "        auto slots = tieuchi::slots_of(*by, expected);\n"
            "        if (!slots) { return slots.error(); }\n"
            "        return standard(std::move(*by), std::move(*slots));\n"
            "    }\n\n"
            "    /// Assesses one subject. Facts that do not fit are unknown, and among the problems of the answer.\n"
            "    [[nodiscard]] tieuchi::assessment assess(const facts& known) const { return by_.assess(given(known)); }\n\n"
            "    /// The facts as every other function of the library takes them.\n"
            "    [[nodiscard]] tieuchi::facts given(const facts& " +
            std::string(facts_.empty() ? "/*none*/" : "known") +
            ") const {\n"
            "        tieuchi::facts made(by_);\n";
        for (std::size_t index = 0; index < facts_.size(); ++index) {
            text_ +=
                "        made.set(slots_[" + std::to_string(index) + "], known." + cpp_name(facts_[index]->name) + ".value());\n";
        }
        text_ += "        return made;\n"
                 "    }\n\n"
                 "    /// The standard as every other function of the library takes it.\n"
                 "    [[nodiscard]] const tieuchi::standard& rules() const noexcept { return by_; }\n\n"
                 "private:\n"
                 "    static constexpr std::array<tieuchi::expected_fact, " +
                 std::to_string(facts_.size()) + "> expected{{\n";
        for (const fact* fact : facts_) {
            text_ +=
                "        {" + string_literal(fact->name) + ", tieuchi::fact_type::" + std::string(to_string(fact->type)) + ", ";
            text_ += (fact->type == fact_type::one_of ? options_of(*fact) : "{}") + "},\n";
        }
        text_ += "    }};\n\n"
                 "    standard(tieuchi::standard by, std::vector<std::uint32_t> slots) : by_(std::move(by)), "
                 "slots_(std::move(slots)) {}\n\n"
                 "    tieuchi::standard by_;\n"
                 "    std::vector<std::uint32_t> slots_; ///< of the facts, in the order of `expected`\n"
                 "};\n\n";
    }

    const standard& by_;
    std::string_view language_;
    std::vector<const fact*> facts_; ///< that a host can tell
    std::string text_;
};

} // namespace

std::string cpp_name(std::string_view name) {
    // The rules may have both `new` and `new_`: they become `new_` and `new__`.
    std::string_view plain = name;
    while (plain.ends_with('_')) { plain.remove_suffix(1); }
    const bool clashes = std::find(reserved_names.begin(), reserved_names.end(), plain) != reserved_names.end();
    return std::string(name) + (clashes ? "_" : "");
}

bool is_namespace(std::string_view name) {
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find("::", begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        const auto in_name = [](unsigned char byte) { return std::isalnum(byte) != 0 || byte == '_'; };
        if (part.empty() || std::isdigit(static_cast<unsigned char>(part[0])) != 0 || cpp_name(part) != part ||
            !std::all_of(part.begin(), part.end(), in_name)) {
            return false;
        }
        begin = end + 2;
    }
    return true;
}

std::string cpp_header(const standard& by, std::string_view name_space, std::string_view language) {
    return header(by, language).in(name_space);
}

} // namespace tieuchi::cli
