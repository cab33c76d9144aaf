// SPDX-License-Identifier: Apache-2.0
// What is declared and read by no rule, and criteria that decide nothing.
#include "check/usage.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The facts of a standard that bound others.
[[nodiscard]] std::vector<bool> bounding_facts(const standard& model) {
    std::vector<bool> bounding(model.facts.size());
    for (const fact& known : model.facts) {
        if (known.at_most) { bounding[*known.at_most] = true; }
    }
    return bounding;
}

/// Where something is declared.
using declared_at = std::pair<const syntax::tree*, std::uint32_t>;

[[nodiscard]] declared_at place_of(const declaration& wanted) { return {wanted.file, wanted.name().at.begin}; }

[[nodiscard]] bool is_used(const standard_scope& scope, const std::string& name, const symbol& found,
                           const std::vector<bool>& bounding) {
    if (found.from->what.index() != 0) { return found.used; }
    return scope.fact_read[found.at_index] || bounding[found.at_index] ||
           scope.symbols.find("previous_" + name) != scope.symbols.end();
}

/// The criteria that count: they are part of others, give points, or some rule asks for them or for a part of them.
[[nodiscard]] std::vector<bool> counting_criteria(const standard& model) {
    std::vector<bool> counts(model.criteria.size());
    const auto parent = [&](index id) { return model.criteria[id].shown.parent; };
    for (index id = 0; id < counts.size(); ++id) { counts[id] = model.criteria[id].points != none; }
    for (const expression& e : model.expressions) {
        if (e.op == operation::criterion_met) { counts[e.at_index] = true; }
        if (e.op == operation::count_met) {
            for (const index id : model.criteria_lists[e.at_index]) { counts[id] = true; }
        }
        if (e.op == operation::every_criterion) { return std::vector<bool>(counts.size(), true); }
    }
    for (auto current = static_cast<index>(counts.size()); current-- > 0;) { // a criterion comes before its parts
        if (counts[current] && parent(current)) { counts[*parent(current)] = true; }
    }
    for (index id = 0; id < counts.size(); ++id) { counts[id] = counts[id] || parent(id); }
    return counts;
}

} // namespace

void usage_pass::check_use() {
    std::map<const syntax::standard*, std::vector<const standard_scope*>> versions;
    for (const auto& scope : shared_.standards) { versions[scope.text].push_back(&scope); }
    for (const auto& [text, all] : versions) {
        check_use(all);
        check_criteria_count(all);
    }
}

/// Criteria that decide nothing in any version of a standard.
void usage_pass::check_criteria_count(const std::vector<const standard_scope*>& versions) {
    std::set<declared_at> done;
    std::vector<const written_clause*> idle;
    for (const standard_scope* const scope : versions) {
        const auto counts = counting_criteria(*scope->model);
        for (index id = 0; id < counts.size(); ++id) {
            const auto found = scope->clauses.find(scope->model->criteria[id].shown.clause);
            if (found == scope->clauses.end()) { continue; }
            const written_clause& written = found->second;
            if (counts[id]) {
                done.insert({written.file, written.text->clause.at.begin});
            } else {
                idle.push_back(&written);
            }
        }
    }
    for (const written_clause* const written : idle) {
        const syntax::word& clause = written->text->clause;
        if (!done.insert({written->file, clause.at.begin}).second) { continue; }
        const std::string name = "criterion " + std::string(clause.text);
        warn(*written->file, clause.at, say<diag::criterion_decides_nothing>(name));
    }
}

/// What no version of a standard uses.
void usage_pass::check_use(const std::vector<const standard_scope*>& versions) {
    std::set<declared_at> used;
    for (const standard_scope* const scope : versions) {
        const auto bounding = bounding_facts(*scope->model);
        for (const auto& [name, declared] : scope->own) {
            const auto found = scope->symbols.find(name);
            if (found == scope->symbols.end()) { continue; }
            if (is_used(*scope, found->first, found->second, bounding)) { used.insert(place_of(declared)); }
        }
    }
    for (const standard_scope* const scope : versions) {
        for (const auto& [name, declared] : scope->own) {
            if (scope->symbols.find(name) == scope->symbols.end() || !used.insert(place_of(declared)).second) { continue; }
            const span at = declared.name().at;
            switch (declared.what.index()) {
            case 0: warn(*declared.file, at, say<diag::fact_read_by_no_rule>(name)); break;
            case 1: warn(*declared.file, at, say<diag::quantity_unused>(name)); break;
            default: warn(*declared.file, at, say<diag::reading_unused>(name)); break;
            }
        }
    }
}

void usage_pass::check_shared_use(const document_scope& scope) {
    for (const auto& [name, declared] : scope.shared) {
        if (scope.used.find(name) == scope.used.end()) {
            warn(*declared.file, declared.name().at,
                 declared.what.index() == 0 ? say<diag::shared_fact_unused>(name) : say<diag::shared_quantity_unused>(name));
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
