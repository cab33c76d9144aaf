// SPDX-License-Identifier: Apache-2.0
// The generator of random standards and the plain functions that decide by them. No test case stands here, so that CTest needs no
// entry of its own for it.
#include "property/generated.hpp"

#include <algorithm>

namespace generated {

namespace {

constexpr std::array<const char*, 6> relations{"=", "!=", "<", "<=", ">", ">="};
constexpr std::array<const char*, 3> grades{"low", "middle", "high"};
constexpr std::array<int, 4> percents{50, 70, 100, 30}; // of at most 3, any part but none is 30%: the first three ask something

bool holds(int relation, int a, int b) {
    switch (relation) {
    case 0: return a == b;
    case 1: return a != b;
    case 2: return a < b;
    case 3: return a <= b;
    case 4: return a > b;
    default: return a >= b;
    }
}

answer truth(bool one) { return one ? answer::yes : answer::no; }

answer flip(answer one) { return one == answer::yes ? answer::no : one == answer::no ? answer::yes : one; }

answer both(answer a, answer b) {
    if (a == answer::no || b == answer::no) { return answer::no; }
    return a == answer::yes || b == answer::yes ? answer::yes : answer::not_applicable;
}

/// Which facts are still unread, when each may be read only once: b0 b1 b2 c0+c1 grade kind.
using budget = std::vector<int>;

class maker {
public:
    maker(std::mt19937& random, bool once) : random_(random), once_(once), left_{0, 1, 2, 3, 4, 5} {}

    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    bool dry() const { return once_ && left_.empty(); }

    std::unique_ptr<condition> leaf() {
        auto made = std::make_unique<condition>();
        int fact = pick(6);
        if (once_) {
            const auto at = static_cast<std::size_t>(pick(static_cast<int>(left_.size())));
            fact = left_[at];
            left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(at));
            if (fact == 2 || fact == 5) {
                std::erase(left_, 7 - fact);
            } // b2 exists for one kind only: to read it is to read the kind
        }
        made->relation = pick(6);
        switch (fact) {
        case 0:
        case 1:
        case 2: made->which = fact; return made;
        case 3:
            made->form = !once_ && pick(2) == 0 ? condition::form::compare : condition::form::share;
            made->which = pick(2);
            made->number =
                made->form == condition::form::compare ? pick(4) : percents[static_cast<std::size_t>(pick(once_ ? 3 : 4))];
            if (made->form == condition::form::share && made->number == 100 && (made->relation == 3 || made->relation == 4)) {
                made->relation = 5; // a part never exceeds its whole, so the others would be no question
            }
            if (once_ && made->number != 100 && made->relation <= 1) {
                made->relation += 2; // that 30% of 3 is no whole number is beyond what intervals can tell
            }
            return made;
        case 4:
            made->form = pick(2) == 0 ? condition::form::grade_at_least : condition::form::grade_in;
            made->number = 1 + pick(2);
            return made;
        default:
            made->form = condition::form::kind_is;
            made->number = pick(2);
            return made;
        }
    }

    std::unique_ptr<condition> any(int depth) {
        const int form = depth == 0 ? 0 : pick(5);
        if (form <= 1) { return leaf(); }
        auto made = std::make_unique<condition>();
        if (form == 2) {
            made->form = condition::form::negation;
            made->left = any(depth - 1);
            return made;
        }
        made->form = form == 3 ? condition::form::both : condition::form::either;
        made->left = any(depth - 1);
        if (dry()) { return std::move(made->left); }
        made->right = any(depth - 1);
        return made;
    }

    criterion tree(std::string clause, int depth) {
        criterion made;
        made.clause = std::move(clause);
        const int form = depth == 0 ? 0 : pick(6);
        if (form <= 1) {
            made.when = any(once_ ? 1 : 2);
        } else {
            made.form = static_cast<enum criterion::form>(form - 1);
            const int children = 1 + pick(3);
            for (int i = 0; i < children && !dry(); ++i) {
                made.children.push_back(tree(std::string(1, static_cast<char>('a' + i)), depth - 1));
            }
            made.needed = 1 + pick(static_cast<int>(made.children.size()));
        }
        if (pick(4) == 0 && !dry()) { made.only_where = any(once_ ? 0 : 1); }
        if (pick(4) == 0 && !dry()) { made.unless = any(once_ ? 0 : 1); }
        return made;
    }

private:
    std::mt19937& random_;
    bool once_;
    budget left_;
};

} // namespace

std::string condition::text() const {
    const std::string counted = "c" + std::to_string(which);
    switch (form) {
    case form::fact: return "b" + std::to_string(which);
    case form::compare: return counted + " " + relations[static_cast<std::size_t>(relation)] + " " + std::to_string(number);
    case form::share:
        return "c0 " + std::string(relations[static_cast<std::size_t>(relation)]) + " " + std::to_string(number) + "% of c1";
    case form::grade_at_least: return std::string("grade >= ") + grades[static_cast<std::size_t>(number)];
    case form::grade_in: return std::string("grade in (low, ") + grades[static_cast<std::size_t>(number)] + ")";
    case form::kind_is: return number == 0 ? "kind is red" : "kind is blue";
    case form::negation: return "not (" + left->text() + ")";
    case form::both: return "(" + left->text() + ") and (" + right->text() + ")";
    case form::either: break;
    }
    return "(" + left->text() + ") or (" + right->text() + ")";
}

answer condition::decide(const subject& one) const {
    switch (form) {
    case form::fact:
        if (which == 2 && one.kind != 0) { return answer::not_applicable; }
        return truth(one.yes_no[static_cast<std::size_t>(which)] != 0);
    case form::compare: return truth(holds(relation, one.count[static_cast<std::size_t>(which)], number));
    case form::share:
        if (one.count[1] == 0) { return answer::not_applicable; }
        return truth(holds(relation, 100 * one.count[0], number * one.count[1]));
    case form::grade_at_least: return truth(one.grade >= number);
    case form::grade_in: return truth(one.grade == 0 || one.grade == number);
    case form::kind_is: return truth(one.kind == number);
    case form::negation: return flip(left->decide(one));
    case form::both: return both(left->decide(one), right->decide(one));
    case form::either: break;
    }
    return flip(both(flip(left->decide(one)), flip(right->decide(one))));
}

std::string criterion::text(int depth) const {
    std::string made(static_cast<std::size_t>(depth) * 2, ' ');
    made += clause + " \"clause " + clause + "\"";
    if (form == form::when) {
        made += " when " + when->text();
    } else {
        const std::array<std::string, 5> groups{"", "all of", "any of", "none of", "at least " + std::to_string(needed) + " of"};
        made += " " + groups[static_cast<std::size_t>(form)] + " {\n";
        for (const auto& child : children) { made += child.text(depth + 1); }
        made += "}";
    }
    if (only_where) { made += " only where " + only_where->text(); }
    if (unless) { made += " unless " + unless->text(); }
    return made + "\n";
}

answer criterion::decide(const subject& one, bool event) const {
    answer made = answer::not_applicable;
    if (form == form::when) {
        made = when->decide(one);
    } else if (form == form::at_least) {
        const auto met = std::count_if(children.begin(), children.end(),
                                       [&](const criterion& c) { return c.decide(one, false) == answer::yes; });
        made = truth(met >= needed);
    } else if (form == form::any_of) {
        for (const auto& child : children) { made = flip(both(flip(made), flip(child.decide(one, false)))); }
    } else {
        for (const auto& child : children) { made = both(made, child.decide(one, form == form::none_of)); }
    }
    if (event) { made = flip(made); }
    if (unless && made == answer::no && unless->decide(one) == answer::yes) { made = answer::yes; }
    if (only_where && only_where->decide(one) != answer::yes) { made = answer::not_applicable; }
    return made;
}

std::string standard::text() const {
    std::string made = "document \"generated\" { title \"generated\" status illustrative in force from 2000-01-01 }\n"
                       "standard generated for red, blue {\n"
                       "facts { b0 yes_no b1 yes_no b2 yes_no only for red c1 count at most 3 c0 count at most c1\n"
                       "grade ordered one of (low, middle, high) }\n";
    if (not_subject) { made += "not subject when " + not_subject->text() + " cite 1.2\n"; }
    for (const auto& one : criteria) { made += "criterion " + one.text(0); }
    made += "outcome good when every criterion is met\n";
    if (fair) { made += "outcome fair when " + fair->text() + "\n"; }
    return made + "outcome poor otherwise\n}\n";
}

std::uint32_t standard::decide(const subject& one) const {
    const std::uint32_t poor = fair ? 2 : 1;
    if (not_subject && not_subject->decide(one) == answer::yes) { return poor + 1; }
    const bool good =
        std::none_of(criteria.begin(), criteria.end(), [&](const criterion& c) { return c.decide(one, false) == answer::no; });
    if (good) { return 0; }
    return fair && fair->decide(one) == answer::yes ? 1 : poor;
}

standard make(std::mt19937& random, bool once) {
    maker work(random, once);
    standard made;
    const int criteria = 1 + work.pick(3);
    for (int i = 0; i < criteria && !work.dry(); ++i) { made.criteria.push_back(work.tree(std::to_string(i + 1), 2)); }
    if (work.pick(2) == 0 && !work.dry()) { made.not_subject = work.any(once ? 0 : 1); }
    if (work.pick(2) == 0 && !work.dry()) { made.fair = work.any(once ? 0 : 1); }
    return made;
}

std::vector<subject> every_subject() {
    std::vector<subject> all;
    for (int bits = 0; bits < 8; ++bits) {
        for (int whole = 0; whole <= 3; ++whole) {
            for (int part = 0; part <= whole; ++part) {
                for (int grade = 0; grade < 3; ++grade) {
                    for (int kind = 0; kind < 2; ++kind) {
                        if (kind == 1 && (bits & 4) != 0) { continue; } // blue has no b2
                        all.push_back({{bits & 1, (bits >> 1) & 1, (bits >> 2) & 1}, {part, whole}, grade, kind});
                    }
                }
            }
        }
    }
    return all;
}

int value_of(const subject& one, std::size_t i) {
    const std::array<int, facts> values{one.yes_no[0], one.yes_no[1], one.yes_no[2], one.count[0],
                                        one.count[1],  one.grade,     one.kind};
    return values[i];
}

} // namespace generated
