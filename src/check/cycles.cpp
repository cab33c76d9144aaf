// SPDX-License-Identifier: Apache-2.0
// Standards that ask for each other's outcomes in a circle.
#include "check/links.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

constexpr std::size_t nowhere = SIZE_MAX;

using asking_graph = std::vector<std::vector<asking>>;

/// For each place of the graph the number of the knot that it is in: all places of a knot can be reached from each other. Tarjan's way,
/// without recursion.
class knots {
public:
    knots(const asking_graph& asks, bool only_here)
        : asks_(asks), only_here_(only_here), of_(asks.size(), nowhere), order_(asks.size(), nowhere), low_(asks.size(), 0) {
        for (std::size_t i = 0; i < asks.size(); ++i) {
            if (order_[i] == nowhere) { walk(i); }
        }
    }

    [[nodiscard]] std::size_t of(std::size_t place) const { return of_[place]; }

private:
    struct step {
        std::size_t at;
        std::size_t next; ///< which of its ways is tried next
    };

    void enter(std::size_t at) {
        order_[at] = low_[at] = count_++;
        open_.push_back(at);
        way_.push_back({at, 0});
    }

    void walk(std::size_t start) {
        enter(start);
        while (!way_.empty()) {
            const std::size_t at = way_.back().at;
            if (way_.back().next < asks_[at].size()) {
                const asking& question = asks_[at][way_.back().next++];
                if (only_here_ && question.where != asking::here) { continue; }
                if (order_[question.asked] == nowhere) {
                    enter(question.asked);
                } else if (of_[question.asked] == nowhere) {
                    low_[at] = std::min(low_[at], order_[question.asked]);
                }
                continue;
            }
            way_.pop_back();
            if (!way_.empty()) { low_[way_.back().at] = std::min(low_[way_.back().at], low_[at]); }
            if (low_[at] == order_[at]) { close(at); }
        }
    }

    void close(std::size_t first) {
        for (bool more = true; more;) {
            more = open_.back() != first;
            of_[open_.back()] = first;
            open_.pop_back();
        }
    }

    const asking_graph& asks_;
    bool only_here_;
    std::vector<std::size_t> of_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> low_;
    std::vector<std::size_t> open_;
    std::vector<step> way_;
    std::size_t count_ = 0;
};

/// A shortest way by what is asked, both ends included; it is known to be there.
[[nodiscard]] std::vector<std::size_t> way_between(std::size_t start, std::size_t end, const asking_graph& asks, bool only_here) {
    std::vector<std::size_t> before(asks.size(), nowhere);
    std::vector<std::size_t> next{start};
    before[start] = start;
    for (std::size_t i = 0; i < next.size() && before[end] == nowhere; ++i) {
        for (const asking& question : asks[next[i]]) {
            if (before[question.asked] != nowhere || (only_here && question.where != asking::here)) { continue; }
            before[question.asked] = next[i];
            next.push_back(question.asked);
        }
    }
    std::vector<std::size_t> way{end};
    while (before[way.back()] != way.back()) { way.push_back(before[way.back()]); }
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace

/// Places are the standards, and behind them a place for each name that is asked for, which leads on to all versions of that name.
std::vector<std::vector<asking>> link_resolver::find_questions() const {
    asking_graph asks(shared_.standards.size());
    std::map<const standard*, std::size_t> places;
    std::map<std::string_view, std::size_t> names;
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) { places.emplace(shared_.standards[i].model.get(), i); }
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) {
        for (const auto& link : shared_.standards[i].model->links) {
            const auto [name, added] = names.try_emplace(link.standard, asks.size());
            if (added) {
                asks.emplace_back();
                for (const standard_scope* const version : versions_of(link.standard)) {
                    asks.back().push_back({places.at(version->model.get()), asking::here});
                }
            }
            asks[i].push_back({name->second, link.of_parent ? asking::up : asking::here});
        }
        for (const auto& tally : shared_.standards[i].model->tallies) {
            for (const auto& over : tally.kinds) { asks[i].push_back({places.at(over.standard), asking::down}); }
        }
    }
    return asks;
}

/// `circle` are the standards asked one after another, `from` the last of them; `first` is the first question.
void link_resolver::report_cycle(std::size_t from, const asking& first, const std::vector<std::size_t>& circle) {
    const std::string& name = shared_.standards[from].model->name;
    const auto is_it = [&](std::size_t at) { return shared_.standards[at].model->name == name; };
    const auto what = [&] {
        if (!std::all_of(circle.begin(), circle.end(), is_it)) {
            std::string path = "`" + name + "`";
            for (const std::size_t at : circle) { path += " -> `" + shared_.standards[at].model->name + "`"; }
            return say<diag::outcomes_in_cycle>(path);
        }
        return first.where == asking::here ? say<diag::outcome_of_itself>(name) : say<diag::outcomes_up_and_down>(name);
    };
    error(*shared_.standards[from].file, shared_.standards[from].text->name.at, what());
}

/// A circle is one of the same subject, or goes up and down again. One that only goes up, or only down, comes to an end.
void link_resolver::check_cycles() {
    const auto asks = find_questions();
    const knots of_subject(asks, true);
    const knots of_all(asks, false);
    std::set<std::size_t> said;
    const auto report = [&](std::size_t from, const asking& first, std::vector<std::size_t> way) {
        std::erase_if(way, [&](std::size_t at) { return at >= shared_.standards.size(); });
        report_cycle(from, first, way);
    };
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> down; // the first step down in each knot
    for (std::size_t i = 0; i < asks.size(); ++i) {
        for (const asking& question : asks[i]) {
            if (question.where == asking::down && of_all.of(i) == of_all.of(question.asked)) {
                down.try_emplace(of_all.of(i), i, question.asked);
            }
        }
    }
    for (std::size_t i = 0; i < shared_.standards.size(); ++i) {
        for (const asking& question : asks[i]) {
            if (question.where == asking::here && of_subject.of(i) == of_subject.of(question.asked)) {
                if (said.insert(of_subject.of(i)).second) { report(i, question, way_between(question.asked, i, asks, true)); }
            }
            const auto back = down.find(of_all.of(i));
            if (question.where != asking::up || of_all.of(i) != of_all.of(question.asked) || back == down.end()) { continue; }
            if (!said.insert(asks.size() + of_all.of(i)).second) { continue; }
            auto way = way_between(question.asked, back->second.first, asks, false);
            const auto rest = way_between(back->second.second, i, asks, false);
            way.insert(way.end(), rest.begin(), rest.end());
            report(i, question, std::move(way));
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
