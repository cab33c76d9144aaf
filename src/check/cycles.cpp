// SPDX-License-Identifier: Apache-2.0
// Standards that ask for each other's outcomes in a cycle.
#include "check/links.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

constexpr std::size_t nowhere = SIZE_MAX;

using asking_graph = std::vector<std::vector<asking>>;

/// The strongly connected components of the graph: all nodes of one can be reached from each other. Tarjan's algorithm, without
/// recursion.
class components {
public:
    components(const asking_graph& graph, bool same_subject)
        : graph_(graph),
          same_subject_(same_subject),
          component_(graph.size(), nowhere),
          order_(graph.size(), nowhere),
          low_(graph.size(), 0) {
        for (std::size_t node = 0; node < graph.size(); ++node) {
            if (order_[node] == nowhere) { walk(node); }
        }
    }

    /// The number of the component that the node is in.
    [[nodiscard]] std::size_t operator[](std::size_t node) const { return component_[node]; }

private:
    struct step {
        std::size_t node;
        std::size_t next; ///< which of its edges is followed next
    };

    void enter(std::size_t node) {
        order_[node] = low_[node] = count_++;
        open_.push_back(node);
        path_.push_back({node, 0});
    }

    void walk(std::size_t start) {
        enter(start);
        while (!path_.empty()) {
            const std::size_t node = path_.back().node;
            if (path_.back().next < graph_[node].size()) {
                follow(node, graph_[node][path_.back().next++]);
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) { low_[path_.back().node] = std::min(low_[path_.back().node], low_[node]); }
            if (low_[node] == order_[node]) { close(node); }
        }
    }

    void follow(std::size_t node, const asking& question) {
        if (same_subject_ && question.where != asking::here) { return; }
        if (order_[question.target] == nowhere) {
            enter(question.target);
        } else if (component_[question.target] == nowhere) {
            low_[node] = std::min(low_[node], order_[question.target]);
        }
    }

    void close(std::size_t first) {
        for (bool more = true; more;) {
            more = open_.back() != first;
            component_[open_.back()] = first;
            open_.pop_back();
        }
    }

    const asking_graph& graph_;
    bool same_subject_;
    std::vector<std::size_t> component_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> low_;
    std::vector<std::size_t> open_;
    std::vector<step> path_;
    std::size_t count_ = 0;
};

/// A shortest path along questions, both ends included; there is known to be one.
[[nodiscard]] std::vector<std::size_t> shortest_path(std::size_t start, std::size_t end, const asking_graph& graph,
                                                     bool same_subject) {
    std::vector<std::size_t> before(graph.size(), nowhere);
    std::vector<std::size_t> reached{start};
    before[start] = start;
    for (std::size_t i = 0; i < reached.size() && before[end] == nowhere; ++i) {
        for (const asking& question : graph[reached[i]]) {
            if (before[question.target] != nowhere || (same_subject && question.where != asking::here)) { continue; }
            before[question.target] = reached[i];
            reached.push_back(question.target);
        }
    }
    std::vector<std::size_t> path{end};
    while (before[path.back()] != path.back()) { path.push_back(before[path.back()]); }
    std::reverse(path.begin(), path.end());
    return path;
}

/// The cycles that questions close: those of one subject, and those that go up to the body above and down again. One that only goes
/// up, or only down, comes to an end. Each component has its cycles reported once.
class question_cycles {
public:
    explicit question_cycles(const asking_graph& graph) : graph_(graph), of_subject_(graph, true), of_all_(graph, false) {
        for (std::size_t node = 0; node < graph.size(); ++node) {
            for (const asking& question : graph[node]) {
                if (question.where == asking::down && of_all_[node] == of_all_[question.target]) {
                    down_.try_emplace(of_all_[node], node, question.target);
                }
            }
        }
    }

    /// From what is asked back to what asks, about the same subject; empty where that is no new cycle.
    [[nodiscard]] std::vector<std::size_t> of_one_subject(std::size_t from, const asking& question) {
        if (question.where != asking::here || of_subject_[from] != of_subject_[question.target]) { return {}; }
        if (!reported_of_subject_.insert(of_subject_[from]).second) { return {}; }
        return shortest_path(question.target, from, graph_, true);
    }

    /// From the body above, down, and back to what asks; empty where that is no new cycle.
    [[nodiscard]] std::vector<std::size_t> up_and_down(std::size_t from, const asking& question) {
        const std::size_t component = of_all_[from];
        const auto down = down_.find(component);
        if (question.where != asking::up || component != of_all_[question.target] || down == down_.end()) { return {}; }
        if (!reported_of_all_.insert(component).second) { return {}; }
        const auto& [upper, lower] = down->second;
        auto path = shortest_path(question.target, upper, graph_, false);
        const auto rest = shortest_path(lower, from, graph_, false);
        path.insert(path.end(), rest.begin(), rest.end());
        return path;
    }

private:
    const asking_graph& graph_;
    components of_subject_;
    components of_all_;
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> down_; ///< the first step down in each component
    std::set<std::size_t> reported_of_subject_;
    std::set<std::size_t> reported_of_all_;
};

} // namespace

/// The nodes are the standards, and after them one for each name that is asked for, which leads on to all versions of that name.
std::vector<std::vector<asking>> link_resolver::find_questions() const {
    asking_graph graph(shared_.standards.size());
    std::map<const standard*, std::size_t> nodes;
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) { nodes.emplace(shared_.standards[i].model.get(), i); }
    std::map<std::string_view, std::size_t> names;
    const auto node_of_name = [&](const std::string& standard) {
        const auto [name, added] = names.try_emplace(standard, graph.size());
        if (added) {
            graph.emplace_back();
            for (const standard_scope* const version : versions_of(standard)) {
                graph.back().push_back({nodes.at(version->model.get()), asking::here});
            }
        }
        return name->second;
    };
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) {
        for (const auto& link : shared_.standards[i].model->links) {
            const std::size_t target = node_of_name(link.standard); // which may move the graph
            graph[i].push_back({target, link.of_parent ? asking::up : asking::here});
        }
        for (const auto& tally : shared_.standards[i].model->tallies) {
            for (const auto& over : tally.kinds) { graph[i].push_back({nodes.at(over.standard), asking::down}); }
        }
    }
    return graph;
}

/// `cycle` are the standards asked one after another, `from` the last of them; `first` is the first question.
void link_resolver::report_cycle(std::size_t from, const asking& first, const std::vector<std::size_t>& cycle) {
    const std::string& name = shared_.standards[from].model->name;
    const auto has_same_name = [&](std::size_t at) { return shared_.standards[at].model->name == name; };
    const auto what = [&] {
        if (!std::all_of(cycle.begin(), cycle.end(), has_same_name)) {
            std::string path = "`" + name + "`";
            for (const std::size_t at : cycle) { path += " -> `" + shared_.standards[at].model->name + "`"; }
            return say<diag::outcomes_in_cycle>(path);
        }
        return first.where == asking::here ? say<diag::outcome_of_itself>(name) : say<diag::outcomes_up_and_down>(name);
    };
    error(*shared_.standards[from].file, shared_.standards[from].text->name.at, what());
}

void link_resolver::check_cycles() {
    const auto graph = find_questions();
    question_cycles cycles(graph);
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) {
        for (const asking& question : graph[i]) {
            report_path(i, question, cycles.of_one_subject(i, question));
            report_path(i, question, cycles.up_and_down(i, question));
        }
    }
}

/// Reports the standards on the path, if there are any.
void link_resolver::report_path(std::size_t from, const asking& first, std::vector<std::size_t> path) {
    std::erase_if(path, [&](std::size_t node) { return node >= shared_.standards.size(); });
    if (!path.empty()) { report_cycle(from, first, path); }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
