// SPDX-License-Identifier: Apache-2.0
/// \file
/// What all passes of the check share: what is declared where, and what has been built of it so far.
#pragma once

#include "check/budget.hpp"
#include "check/diagnostic_sink.hpp"
#include "check/shares_of_nothing.hpp"
#include "model/example.hpp"
#include "model/model.hpp"
#include "model/rules.hpp"
#include "syntax/tree.hpp"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

using namespace model; // what the check makes

/// Something that has a name: a fact, a derived quantity or a reading.
struct declaration {
    const syntax::tree* file = nullptr;
    std::variant<const syntax::fact*, const syntax::quantity*, const syntax::reading*> what;

    [[nodiscard]] const syntax::word& name() const {
        return std::visit([](const auto* text) -> const syntax::word& { return text->name; }, what);
    }
};

using declarations = std::map<std::string_view, declaration>;

struct standard_scope;

/// What a copy of a criterion, with its parts, costs in the budget.
[[nodiscard]] std::size_t parts_of_copy(const syntax::criterion& text);

/// Whether parts of its own decide a criterion, and not a condition, points by a number, or other criteria.
[[nodiscard]] bool is_made_of_parts(const syntax::criterion& text);

/// A declaration as one standard's model has it.
struct symbol {
    const declaration* from = nullptr;
    standard_scope* home = nullptr; ///< the standard among whose names it was found
    index at_index = none;          ///< the fact, the quantity's expression or the reading
    bool being_checked = false;     ///< of a quantity: if it is used now, it is defined by itself
    bool failed = false;            ///< of a quantity: reported already
    bool used = false;
    const syntax::criterion* judged = nullptr; ///< of points that an assessor gives: the criterion that gives them
};

/// Where a fact of a standard is declared: by itself, or by the criterion whose points it holds.
struct declared_fact {
    const syntax::tree* file = nullptr;
    span at;
    const syntax::criterion* judged = nullptr; ///< none: no points that an assessor gives

    [[nodiscard]] bool same(const declared_fact& other) const noexcept {
        return file == other.file && at.begin == other.at.begin;
    }
};

struct document_scope {
    std::shared_ptr<tieuchi::document> document;
    const syntax::tree* file = nullptr;
    const syntax::document* text = nullptr;
    declarations shared;
    std::map<std::string_view, bool> used;  ///< shared names that some standard uses
    std::vector<standard_scope*> standards; ///< in the order of the rules, amendments aside
};

/// A clause as written, with what its place in the tree makes of it.
struct written_clause {
    const syntax::criterion* text = nullptr;
    bool event = false;
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
};

/// An item of a standard, with where it stands: in the standard itself, or in an amendment of it.
struct placed_item {
    const syntax::standard_item* item = nullptr;
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
    syntax::standard_item* own = nullptr; ///< the same item, where it is a copy that this version alone may change
};

/// An amendment, and where it stands: where the items that it brings in come from.
struct origin {
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
    const syntax::amendment* text = nullptr;
    std::uint32_t number = 0; ///< as criteria carry it; 1 is the first
};

/// The standards of a document as they are for a time in a jurisdiction.
struct edition {
    date from{};
    std::optional<date> to;
    std::string jurisdiction;
    std::vector<const origin*> amendments; ///< those in force, in the order in which they apply
};

struct standard_scope {
    const syntax::tree* file = nullptr;
    const syntax::standard* text = nullptr;
    document_scope* document = nullptr;
    std::vector<placed_item> items;      ///< as they stand after amendments
    std::size_t order = 0;               ///< among the standards of all files; versions of one standard have the same
    const edition* in_edition = nullptr; ///< none: it is not amended
    std::vector<document_scope*> amended_by;
    std::optional<syntax::policy> not_applicable;
    bool policy_missed = false; ///< reported already
    declarations own;
    std::map<std::string, symbol, std::less<>> symbols;
    std::map<std::string, written_clause, std::less<>> clauses;
    std::map<std::string, index, std::less<>> built; ///< clause to index in the model
    std::vector<bool> fact_read;
    std::vector<declared_fact> sources; ///< of each fact
    index tallied = 0;                  ///< facts before this one have their tallies
    index bounded = 0;                  ///< facts before this one have the facts that bound them
    std::vector<index> outer_fact;      ///< per fact: itself, or one that bounds it, by way of others or not
    std::vector<deciding> decisions;
    std::map<const declaration*, decimal> most; ///< of facts that others bound: the least of their bounds
    /// Of each expression: whether readings can settle it, so that what it is joined with decides alone.
    std::vector<bool> may_select;
    std::shared_ptr<standard> model;
};

/// Stated points that differ from those of the criteria.
struct wrong_sum {
    const syntax::tree* file = nullptr;
    span at;
    decimal stated;
    decimal of_criteria;
};

/// The standards of a document as they stand side by side, in the order of the rules.
struct neighbourhood {
    std::vector<standard_scope*> all;
    std::map<std::string_view, standard_scope*> by_name;
    std::map<std::string_view, std::vector<standard_scope*>> by_kind;
};

/// An expression that has been checked. Empty when something was wrong, which has been reported.
struct typed {
    index id = none;
    value_type type = value_type::truth;
    [[nodiscard]] explicit operator bool() const noexcept { return id != none; }
};

/// Where an expression stands, and where it goes.
struct context {
    standard_scope* into = nullptr;  ///< whose facts it reads
    standard_scope* names = nullptr; ///< where its names are declared; another standard under `same as`
    const syntax::tree* file = nullptr;
    bool of_subunit = false;                  ///< `outcome` may be asked for
    bool of_outcome = false;                  ///< criteria, points and totals may be asked for
    const document_scope* document = nullptr; ///< whose clauses these are; none: those of `names`
};

/// What stands in a standard itself, about itself.
[[nodiscard]] inline context within(standard_scope& scope) { return {&scope, &scope, scope.file}; }
/// What stands in a standard as amendments left it.
[[nodiscard]] inline context within(standard_scope& scope, const placed_item& item) {
    context where{&scope, &scope, item.file};
    where.document = item.document;
    return where;
}

/// A standard asks for the outcome of another one: of the same subject, of the body above, or of its sub-units.
struct asking {
    std::size_t target = 0;
    enum : std::uint8_t { here, up, down } where = here;
};

/// A fact as an example gives it, in the fact's own units.
struct given_fact {
    std::optional<std::int64_t> units; ///< none: the value was refused
    span at;
};

/// An example being checked.
struct example_scope {
    const syntax::tree* file = nullptr;
    const syntax::example* text = nullptr;
    standard_scope* standard = nullptr; ///< the version of the standard that it is for
    std::map<index, given_fact> given;  ///< by the index of the fact
    std::set<std::string> expected;     ///< what it has an expectation of already
    example result;
};

/// A fact of a standard, among those of its name.
struct namesake {
    const standard_scope* in = nullptr;
    const tieuchi::fact* fact = nullptr;
    const declared_fact* from = nullptr;
};

/// What is compared between namesakes: what a value means, or what it is called.
enum class namesake_part : std::uint8_t { meaning, label };

/// What the passes work on, one after another.
struct shared_scope {
    shared_scope(const std::vector<syntax::tree>& rule_files, const limits& limit, diagnostics& problems)
        : files(rule_files),
          bounds(limit),
          nesting(std::min(limit.nesting, limits::deepest_nesting)),
          sink(rule_files, limit, problems),
          budget(rule_files, limit, sink) {}

    const std::vector<syntax::tree>& files;
    const limits& bounds;
    std::uint32_t nesting;
    diagnostic_sink sink;
    rule_budget budget;
    std::deque<document_scope> documents; // deques: scopes point at each other
    std::deque<standard_scope> standards;
    std::deque<origin> origins;
    std::map<std::string, document_scope*, std::less<>> by_number;
    std::map<std::string_view, std::vector<standard_scope*>> versions; // of all documents, by name
    std::map<std::pair<const document_scope*, const edition*>, neighbourhood> neighbours;

    [[nodiscard]] document_scope* document_named(std::string_view number);
    void report_unknown_document(const syntax::tree& file, const syntax::literal& number);
    [[nodiscard]] const neighbourhood& beside(const standard_scope& version) const;
    [[nodiscard]] const std::vector<standard_scope*>& versions_of(std::string_view name) const;
};

/// A model that knows its name and its kinds, and nothing else yet.
void begin_standard(standard_scope& scope);

/// What a name means in a standard; null: nothing.
[[nodiscard]] const declaration* find(const standard_scope& names, std::string_view name);

// Conditions that decide, kept for the search for shares of nothing.
void add_decision(const context& where, deciding::kind as, index when, syntax::expression_id text, index criterion);
void add_side_decisions(const context& where, const syntax::criterion& text, index at);
void let_parts_decide_points(const context& where, index at);

} // namespace TIEUCHI_NAMESPACE::impl::check
