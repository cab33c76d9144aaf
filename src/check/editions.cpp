// SPDX-License-Identifier: Apache-2.0
// Amending documents, and the editions that they make of the documents they amend: one for each span of time and each jurisdiction in
// which other amendments are in force. All standards of a document have the same editions, so that they find each other.
#include "base/nearest.hpp"
#include "check/amend.hpp"
#include "check/literals.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] bool overlap(date from, const std::optional<date>& to, const tieuchi::document& other) {
    return (!to || other.in_force_from < *to) && (!other.in_force_to || from < *other.in_force_to);
}

/// Which document amends which: a graph whose nodes are the documents.
struct amendment_graph {
    struct edge {
        const syntax::literal* text = nullptr; ///< where it is written
        std::size_t to = 0;
    };
    std::vector<const document_scope*> documents;
    std::vector<std::vector<edge>> edges; ///< of each document
};

[[nodiscard]] amendment_graph graph_of(const std::deque<document_scope>& documents) {
    amendment_graph graph;
    std::map<std::string_view, std::size_t> numbers;
    for (const auto& scope : documents) {
        numbers.emplace(scope.document->number, graph.documents.size());
        graph.documents.push_back(&scope);
    }
    graph.edges.resize(graph.documents.size());
    for (std::size_t at = 0; at < graph.documents.size(); ++at) {
        for (const auto& item : graph.documents[at]->text->items) {
            const auto* const amends = std::get_if<syntax::amends>(&item);
            const auto amended = amends == nullptr ? numbers.end() : numbers.find(name_in(amends->document.raw));
            if (amended != numbers.end()) { graph.edges[at].push_back({&amends->document, amended->second}); }
        }
    }
    return graph;
}

/// Documents each of which amends the next, and the last of which amends the first.
struct amendment_cycle {
    std::vector<const document_scope*> documents;
    span at; ///< where the last says so
};

/// Searches depth first, without recursion: a document that is reached again while it is on the path closes a cycle.
class amendment_cycle_search {
public:
    explicit amendment_cycle_search(const amendment_graph& graph)
        : graph_(graph), states_(graph.documents.size(), state::fresh), next_(graph.documents.size(), 0) {}

    [[nodiscard]] std::vector<amendment_cycle> find() {
        for (std::size_t start = 0; start < states_.size(); ++start) {
            if (states_[start] == state::fresh) { walk(start); }
        }
        return std::move(found_);
    }

private:
    enum class state : std::uint8_t { fresh, on_path, done };

    void enter(std::size_t at) {
        states_[at] = state::on_path;
        path_.push_back(at);
    }

    void walk(std::size_t start) {
        enter(start);
        while (!path_.empty()) {
            const std::size_t at = path_.back();
            if (next_[at] < graph_.edges[at].size()) {
                follow(graph_.edges[at][next_[at]++]);
            } else {
                states_[at] = state::done;
                path_.pop_back();
            }
        }
    }

    void follow(const amendment_graph::edge& edge) {
        if (states_[edge.to] == state::fresh) {
            enter(edge.to);
        } else if (states_[edge.to] == state::on_path) {
            amendment_cycle& cycle = found_.emplace_back();
            cycle.at = edge.text->at;
            for (auto at = std::find(path_.begin(), path_.end(), edge.to); at != path_.end(); ++at) {
                cycle.documents.push_back(graph_.documents[*at]);
            }
        }
    }

    const amendment_graph& graph_;
    std::vector<state> states_;
    std::vector<std::size_t> next_; ///< which edge of each document is followed next
    std::vector<std::size_t> path_;
    std::vector<amendment_cycle> found_;
};

/// The amendments that are in force in a jurisdiction: its own and the country's.
[[nodiscard]] std::vector<const origin*> amendments_in(const std::string& jurisdiction,
                                                       const std::vector<const origin*>& amendments) {
    std::vector<const origin*> found;
    for (const origin* const amendment : amendments) {
        const std::string& theirs = amendment->document->document->jurisdiction;
        if (theirs.empty() || theirs == jurisdiction) { found.push_back(amendment); }
    }
    return found;
}

/// The days on which an edition of the document begins: its own first day, and each on which an amendment begins or ends.
[[nodiscard]] std::set<date> first_days(const tieuchi::document& document, const std::vector<const origin*>& amendments) {
    std::set<date> days{document.in_force_from};
    for (const origin* const amendment : amendments) {
        const tieuchi::document& amending = *amendment->document->document;
        for (const auto& day : {std::optional(amending.in_force_from), amending.in_force_to}) {
            if (day && document.in_force_on(*day)) { days.insert(*day); }
        }
    }
    return days;
}

} // namespace

/// A document that another one says it amends must have been loaded.
void amendment_pass::check_amended_documents() {
    for (const auto& amending : shared_.documents) {
        for (const auto& item : amending.text->items) {
            const auto* const amends = std::get_if<syntax::amends>(&item);
            if (amends == nullptr || document_named(name_in(amends->document.raw)) != nullptr) { continue; }
            report_unknown_document(*amending.file, amends->document);
        }
    }
}

/// No document amends itself, directly or through others.
void amendment_pass::check_cycles() {
    const amendment_graph graph = graph_of(shared_.documents);
    for (const auto& cycle : amendment_cycle_search(graph).find()) { report_cycle(cycle.documents, cycle.at); }
}

/// Each of the documents amends the next, and the last one says at `at` that it amends the first.
void amendment_pass::report_cycle(const std::vector<const document_scope*>& cycle, span at) {
    constexpr std::size_t most_named = 6;
    const auto named = [](const document_scope& document) { return "`" + document.document->number + "`"; };
    const document_scope& last = *cycle.back();
    if (cycle.size() == 1) {
        error(*last.file, at, say<diag::amends_itself>(last.document->number));
        return;
    }
    std::string others = named(*cycle.front());
    for (std::size_t i = 1; i < cycle.size() && i < most_named; ++i) { others += ", which amends " + named(*cycle[i]); }
    if (cycle.size() > most_named) { others += " … and so on"; }
    error(*last.file, at, say<diag::amends_in_cycle>(last.document->number, others));
}

/// The standards that an amendment changes: those of its name in the documents that its own document amends. Reports it when there
/// are none.
std::vector<standard_scope*> amendment_pass::standards_amended_by(const origin& amendment) {
    std::vector<standard_scope*> found;
    std::vector<std::string_view> known;
    std::set<const document_scope*> loaded;
    for (const std::string& number : amendment.document->document->amends) {
        const document_scope* const amended = document_named(number);
        if (amended == nullptr || !loaded.insert(amended).second) { continue; }
        for (standard_scope* const scope : amended->standards) {
            known.push_back(scope->text->name.text);
            if (known.back() == amendment.text->standard.text) { found.push_back(scope); }
        }
    }
    if (found.empty() && !loaded.empty() && !is_full(*amendment.file)) {
        // Amendments are written for the document that holds the standard, not for one that amends it.
        const std::vector<std::string>& further = (*loaded.begin())->document->amends;
        const std::string help =
            known.empty() && !further.empty() ? "name the document that holds it: `amends \"" + further.front() + "\"`" : "";
        error(*amendment.file, amendment.text->standard.at,
              say<diag::amends_no_standard>(amendment.document->document->number, amendment.text->standard.text)
                  .with_help(did_you_mean(amendment.text->standard.text, known, help)));
    }
    return found;
}

/// The editions of a document, given the amendments of all its standards. Stops at one more than `most`.
std::vector<edition> amendment_pass::editions_of(const document_scope& scope, const std::vector<const origin*>& amendments,
                                                 std::size_t most) {
    const tieuchi::document& document = *scope.document;
    std::map<std::string, std::vector<const origin*>> by_jurisdiction{{"", {}}};
    for (const origin* const amendment : amendments) {
        by_jurisdiction[amendment->document->document->jurisdiction].push_back(amendment);
    }
    std::vector<edition> result;
    for (const auto& [jurisdiction, own] : by_jurisdiction) {
        const std::vector<const origin*> in_force = amendments_in(jurisdiction, amendments);
        const std::set<date> days = first_days(document, in_force);
        for (auto from = days.begin(); from != days.end(); ++from) {
            const auto next = std::next(from);
            edition version{*from, next == days.end() ? document.in_force_to : std::optional(*next), jurisdiction, {}};
            const auto applies = [&](const origin* amendment) {
                return overlap(version.from, version.to, *amendment->document->document);
            };
            if (!jurisdiction.empty() && std::none_of(own.begin(), own.end(), applies)) {
                continue;
            } // the country's edition holds here
            std::copy_if(in_force.begin(), in_force.end(), std::back_inserter(version.amendments), applies);
            spend(1 + version.amendments.size() * sizeof(void*) / bytes_of_part);
            result.push_back(std::move(version));
            if (result.size() > most || is_spent(*scope.file, scope.text->number.at)) { return result; }
        }
    }
    return result;
}

/// Gives each standard of an amended document a scope for each edition, with its items as amendments left them.
void amendment_pass::make_editions() {
    std::map<document_scope*, std::vector<const origin*>> amended;
    for (const origin& amendment : shared_.origins) {
        for (const standard_scope* const standard : standards_amended_by(amendment)) {
            auto& amendments = amended[standard->document];
            if (amendments.empty() || amendments.back() != &amendment) { amendments.push_back(&amendment); }
        }
    }
    for (auto& [document, amendments] : amended) {
        if (!shared_.budget.is_used_up()) { make_editions_of(*document, amendments); }
    }
}

void amendment_pass::make_editions_of(document_scope& document, std::vector<const origin*>& amendments) {
    const auto in_order = [](const origin* a, const origin* b) { // stable: else in the order of the files
        return a->document->document->in_force_from < b->document->document->in_force_from;
    };
    std::stable_sort(amendments.begin(), amendments.end(), in_order);
    const std::size_t room = shared_.bounds.standards - std::min<std::size_t>(shared_.bounds.standards, shared_.standards.size());
    auto result = editions_of(document, amendments, 1 + room / document.standards.size());
    if (shared_.budget.is_used_up()) { return; }
    if ((result.size() - 1) * document.standards.size() > room) { // said before any of them is written out
        const standard_scope& base = *document.standards.front();
        error(*base.file, base.text->name.at, say<diag::too_many_versions>(shared_.bounds.standards, document.document->number));
        shared_.budget.stop();
        return;
    }
    const std::size_t first = editions_.size();
    for (auto& each : result) { editions_.push_back(std::move(each)); }
    for (standard_scope* const base : document.standards) {
        for (std::size_t i = first + 1; i < editions_.size() && !shared_.budget.is_used_up(); ++i) {
            add_edition(*base, editions_[i]);
        }
        base->in_edition = &editions_[first];
        amend(*base);
    }
}

void amendment_pass::add_edition(const standard_scope& base, const edition& edition) {
    spend(parts_of_standard + base.items.size());
    if (is_spent(*base.file, base.text->name.at)) { return; }
    standard_scope& version = shared_.standards.emplace_back();
    version.file = base.file;
    version.text = base.text;
    version.document = base.document;
    version.items = base.items;
    version.order = base.order;
    version.in_edition = &edition;
    begin_standard(version);
    amend(version);
}

void amendment_pass::find_neighbours() {
    for (standard_scope& version : shared_.standards) {
        shared_.versions[version.text->name.text].push_back(&version);
        neighbourhood& here = shared_.neighbours[{version.document, version.in_edition}];
        here.all.push_back(&version);
        here.by_name.emplace(version.text->name.text, &version);
        for (const std::string& kind : version.model->kinds) { here.by_kind[kind].push_back(&version); }
    }
}

/// When and where a version is in force, and how far it can be relied on.
void amendment_pass::date_versions() {
    for (auto& scope : shared_.standards) {
        standard& model = *scope.model;
        const tieuchi::document& base = *scope.document->document;
        model.from = scope.in_edition != nullptr ? scope.in_edition->from : base.in_force_from;
        model.to = scope.in_edition != nullptr ? scope.in_edition->to : base.in_force_to;
        model.status = base.status;
        if (scope.in_edition == nullptr) { continue; }
        model.jurisdiction = scope.in_edition->jurisdiction;
        for (const document_scope* const document : scope.amended_by) {
            model.amended_by.push_back(document->document->number);
            model.status = std::max(model.status, document->document->status);
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
