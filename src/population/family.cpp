// SPDX-License-Identifier: Apache-2.0
// Who is below whom, and what is wrong with that.
#include "population/family.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <functional>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::population {

diagnostic problem_with(const roll& of, std::size_t subject, std::string_view column, std::string code, std::string message,
                        std::string help) {
    diagnostic made;
    made.code = std::move(code);
    made.message = std::move(message);
    made.help = std::move(help);
    made.where = of.place(subject);
    if (made.where.empty()) { made.where = of.at(subject).id; }
    if (!column.empty()) {
        made.where += made.where.empty() ? "" : ": ";
        made.where += column;
    }
    return made;
}

diagnostic problem_with(const roll& of, std::size_t subject, const misnomer& name) {
    const std::string column(name.column);
    if (name.why.what == names::fault::sort::not_utf8) {
        return problem_with(of, subject, column, "E609", "the " + column + " is not text in UTF-8", "");
    }
    return problem_with(of, subject, column, "E420", "the " + column + " holds " + name.why.text(),
                        name.why.cure() + ": names that look the same must be the same");
}

raters find_raters(const roll& of) {
    raters made;
    boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>> known;
    made.of.reserve(of.size());
    for (std::size_t i = 0; i < of.size(); ++i) {
        const std::string_view rater = of.at(i).rater;
        if (i > 0 && rater == made.names[made.of.back()]) { // as mostly
            made.of.push_back(made.of.back());
            continue;
        }
        const auto [at, is_new] = known.try_emplace(rater, made.names.size());
        if (is_new) { made.names.push_back(rater); }
        made.of.push_back(at->second);
    }
    return made;
}

std::vector<std::size_t> count_by_rater(const roll& of, const raters& known, const std::vector<std::size_t>& list) {
    std::vector<std::size_t> counts(known.names.size(), 0);
    std::size_t anybody = 0;
    for (const std::size_t one : list) {
        if (of.at(one).parent_known) {
            ++counts[known.of[one]];
        } else {
            ++anybody;
        }
    }
    for (std::size_t& count : counts) { count += anybody; }
    return counts;
}

namespace {

/// The subjects of one rater by their ids.
using subjects_by_id = boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>>;

[[nodiscard]] std::string by_rater(const entry& one) {
    return one.rater.empty() ? "" : " by rater `" + std::string(one.rater) + "`";
}

[[nodiscard]] std::vector<subjects_by_id> name_all(const roll& of, const family& shape, const refusal& refuse) {
    std::vector<subjects_by_id> by_id(shape.raters.names.size());
    for (subjects_by_id& one : by_id) { one.reserve(of.size() / by_id.size()); }
    for (std::size_t i = 0; i < of.size(); ++i) {
        const entry one = of.at(i);
        if (!one.readable) { // refused already: one reason is enough
            by_id[shape.raters.of[i]].emplace(one.id, i);
        } else if (one.id.empty()) {
            refuse(i, problem_with(of, i, "id", "E414", "a subject without an id", "give each subject an id of its own"));
        } else if (const auto [first, added] = by_id[shape.raters.of[i]].emplace(one.id, i); !added) {
            const std::string other = of.place(first->second);
            refuse(i, problem_with(of, i, "id", "E411",
                                   "duplicate subject `" + std::string(one.id) + "`" + by_rater(one) +
                                       (other.empty() ? "" : ", the first is at " + other),
                                   "give each subject an id of its own"));
        }
    }
    return by_id;
}

/// Those whose parent is not known go to `lost`.
void find_parents(const roll& of, const std::vector<subjects_by_id>& by_id, family& made, const refusal& refuse,
                  std::vector<std::size_t>& lost) {
    made.parent.assign(of.size(), nowhere);
    std::size_t before = nowhere; // the sub-units of a body mostly stand together
    for (std::size_t i = 0; i < of.size(); ++i) {
        const entry one = of.at(i);
        if (!one.parent_known) {
            lost.push_back(i);
            continue;
        }
        if (one.parent.empty()) { continue; }
        if (before != nowhere && made.raters.of[before] == made.raters.of[i] && of.at(before).id == one.parent) {
            made.parent[i] = before;
            continue;
        }
        const subjects_by_id& known = by_id[made.raters.of[i]];
        const auto found = known.find(one.parent);
        if (found == known.end()) {
            lost.push_back(i);
            if (!one.readable) { continue; }
            refuse(i, problem_with(of, i, "parent", "E412",
                                   "there is no subject `" + std::string(one.parent) + "`" + by_rater(one) + " to be the parent",
                                   "leave it empty, or add that subject"));
            continue;
        }
        before = made.parent[i] = found->second;
    }
}

void list_children(family& made) {
    made.first.assign(made.parent.size() + 1, 0);
    for (const std::size_t parent : made.parent) {
        if (parent != nowhere) { ++made.first[parent + 1]; }
    }
    for (std::size_t i = 1; i < made.first.size(); ++i) { made.first[i] += made.first[i - 1]; }
    made.children.resize(made.first.back());
    std::vector<std::size_t> next = made.first;
    for (std::size_t i = 0; i < made.parent.size(); ++i) {
        if (made.parent[i] != nowhere) { made.children[next[made.parent[i]]++] = i; }
    }
}

/// The subjects that stand on a circle of parents. Each has one parent: what is left after all that stand above nobody are taken away, again
/// and again, is exactly that.
[[nodiscard]] std::vector<std::size_t> circles(const family& shape) {
    std::vector<std::size_t> waiting;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < shape.parent.size(); ++i) {
        waiting.push_back(shape.children_of(i).size());
        if (waiting.back() == 0) { free.push_back(i); }
    }
    for (std::size_t next = 0; next < free.size(); ++next) {
        const std::size_t above = shape.parent[free[next]];
        if (above != nowhere && --waiting[above] == 0) { free.push_back(above); }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i] != 0) { found.push_back(i); }
    }
    return found;
}

void refuse_circles(const roll& of, const family& made, const refusal& refuse, std::vector<std::size_t>& lost) {
    constexpr int most_named = 6;
    const auto named = [&](std::size_t subject) { return "`" + std::string(of.at(subject).id) + "`"; };
    for (const std::size_t i : circles(made)) {
        lost.push_back(i);
        std::string path = named(i);
        std::size_t at = made.parent[i];
        for (int shown = 0; at != i && shown < most_named; at = made.parent[at], ++shown) {
            path += " is below " + named(at) + ", which";
        }
        path += at == i ? " is below " + named(i) + " again" : " … and so on";
        refuse(i, problem_with(of, i, "parent", "E413", "cycle in parents: " + path, "a subject cannot be above itself"));
    }
}

} // namespace

family arrange(const roll& of, const refusal& refuse) {
    family made;
    made.raters = find_raters(of);
    const std::vector<subjects_by_id> by_id = name_all(of, made, refuse);
    std::vector<std::size_t> lost;
    find_parents(of, by_id, made, refuse, lost);
    list_children(made);
    refuse_circles(of, made, refuse, lost);
    made.lost = count_by_rater(of, made.raters, lost);
    return made;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
