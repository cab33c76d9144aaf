// SPDX-License-Identifier: Apache-2.0
// An assessment in words. Everything said is read off the assessment; nothing is decided here.
#include "assess/words.hpp"

#include <tieuchi/explain.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::explain {
namespace {

/// Puts `next` at the end of a list.
void add_to_list(std::string& list, std::string_view next, std::string_view between = ", ") {
    if (!list.empty()) { list += between; }
    list += next;
}

[[nodiscard]] std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

class text_renderer {
public:
    text_renderer(const assessment& answer, const explain_options& options)
        : answer_(answer),
          of_(answer.standard()),
          options_(options),
          say_(words_in(options.language)),
          exceptions_(answer.exceptions()) {}

    [[nodiscard]] std::string render() {
        head();
        outcome();
        if (!excluded()) {
            adjustments(say_.adjusted, [](const applied_adjustment& one) { return one.certain; });
            adjustments(say_.holding, [](const applied_adjustment& one) { return one.holds && !one.certain; });
            if (!answer_.decided()) {
                adjustments(say_.may_adjust, [](const applied_adjustment& one) { return !one.holds; });
            }
            section(say_.shortcomings, answer_.shortcomings());
            if (!answer_.decided()) { section(say_.open_clauses, answer_.still_open()); }
            questions();
            section(say_.excepted, exceptions_);
            section(say_.strengths, answer_.strengths());
            section(say_.does_not_apply, answer_.not_applicable());
            if (answer_.decided()) { needless(); }
        }
        readings();
        problems();
        return std::move(out_);
    }

private:
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }

    void begin_section(std::string_view title) {
        line("");
        line(title);
    }

    [[nodiscard]] bool excluded() const { return answer_.decided() && answer_.exit() != nullptr; }

    /// A text in the language asked for, else in that of the words around it; where the rules lack both, the one there is, and its language.
    [[nodiscard]] std::string label(const labels& of, std::string_view otherwise = {}) const {
        const std::string_view nearest = nearest_of(of, options_.language);
        const std::string_view text = of.in(nearest);
        if (text.empty()) { return std::string(otherwise); }
        const std::string_view language = of.language_in(nearest);
        if (language.empty() || serves(language, nearest)) { return std::string(text); }
        return std::string(text) + " [" + std::string(language) + "]";
    }

    /// A day as it is written in the language.
    [[nodiscard]] std::string day(date one) const {
        if (frame_of(options_.language) != "vi") { return to_string(one); }
        return two_digits(one.day) + "/" + two_digits(one.month) + "/" + std::to_string(one.year);
    }

    [[nodiscard]] std::string_view status_word() const {
        switch (of_.status()) {
        case document_status::official: return say_.status_official;
        case document_status::local: return say_.status_local;
        case document_status::draft: return say_.status_draft;
        case document_status::illustrative: break;
        }
        return say_.status_illustrative;
    }

    [[nodiscard]] static std::string in_brackets(const std::string& cite) {
        return cite.empty() ? std::string() : " (" + cite + ")";
    }

    void head() {
        std::string first(options_.subject);
        if (!first.empty()) { first += ": "; }
        line(first + label(of_.title(), of_.name()));
        line(std::string(say_.document) + ": " + of_.document().number + " (" + std::string(status_word()) + "), " +
             std::string(say_.in_force_on) + " " + day(of_.on()));
        if (!of_.amended_by().empty()) {
            std::string numbers;
            for (const auto& one : of_.amended_by()) { add_to_list(numbers, one); }
            line(std::string(say_.amended_by) + ": " + numbers + in_brackets(of_.jurisdiction()));
        }
        if (const auto days = of_.period()) {
            std::string text = std::string(say_.period) + ": ";
            if (!say_.first_day.empty()) { text += std::string(say_.first_day) + " "; }
            line(text + day(days->first) + " " + std::string(say_.last_day) + " " + day(days->last) +
                 in_brackets(of_.window_cite()));
        }
        if (const auto due = of_.decide_before()) {
            std::string text =
                std::string(say_.due) + ": " + std::string(say_.before_day) + " " + day(*due) + in_brackets(of_.deadline_cite());
            if (!of_.decided_by().empty()) { text += "; " + std::string(say_.decided_by) + ": " + label(of_.decided_by()); }
            line(text);
        }
        if (!options_.language.empty() && !serves(frame_of(options_.language), options_.language)) {
            line(std::string(say_.no_words_in) + " `" + std::string(options_.language) + "`");
        }
        line("");
    }

    /// The finding of the criterion of that clause, if it is one's.
    [[nodiscard]] const finding* finding_of(const std::string& clause) const {
        const auto& criteria = of_.criteria();
        const auto found = std::find_if(criteria.begin(), criteria.end(),
                                        [&](const criterion& candidate) { return candidate.clause == clause; });
        return found == criteria.end() ? nullptr : &answer_.findings()[static_cast<std::size_t>(found - criteria.begin())];
    }

    /// Whether an adjustment decided: what it rests on is told with it. `floors`: one that lifts the class or sets it, at that.
    [[nodiscard]] bool adjusted(bool floors = false) const {
        const auto all = answer_.adjustments();
        return std::any_of(all.begin(), all.end(), [&](const applied_adjustment& one) {
            const bool decides = one.holds && answer_.outcomes().contains(one.adjustment->outcome) && (one.certain || !one.idle);
            return decides && (!floors || one.adjustment->kind == adjustment_kind::at_least);
        });
    }

    /// How to name the grounds of an outcome: what it rests on, or what kept the subject from a better one.
    /// "Met" is said only where all of them are: the best outcome can rest on what gave points and lost some.
    [[nodiscard]] std::string_view because_word(bool by_criteria, bool all_met) const {
        if (answer_.exit() != nullptr || adjusted(true)) { return say_.because; }
        if (answer_.outcomes().contains(0)) { return by_criteria && all_met && !adjusted() ? say_.rests_on : say_.because; }
        return by_criteria || adjusted() ? say_.not_better : say_.because;
    }

    /// The label of an exit, after its clause.
    [[nodiscard]] std::string exit_text(const exit_rule& one, std::string cite) const {
        if (!one.label.empty()) { cite += (cite.empty() ? "" : " ") + label(one.label); }
        return cite;
    }

    void outcome() {
        if (const auto* const one = answer_.outcome()) {
            line(std::string(say_.outcome) + ": " + label(one->label, one->name));
            if (!excluded()) { total(); }
            std::string because;
            bool by_criteria = false;
            bool all_met = true;
            for (const auto& clause : answer_.because()) {
                add_to_list(because, clause);
                const finding* const ground = finding_of(clause);
                by_criteria = by_criteria || ground != nullptr;
                all_met = all_met && (ground == nullptr || ground->status == finding_status::met);
            }
            const auto* const exit = answer_.exit();
            if (exit != nullptr) { because = exit_text(*exit, std::move(because)); }
            line(std::string(because_word(by_criteria, all_met)) + ": " + because);
            if (exit != nullptr && !exit->to.empty()) { line(std::string(say_.referred_to) + ": " + label(exit->to)); }
            if (!by_criteria && !adjusted()) {
                for (const auto& fact : answer_.facts_used()) { fact_line(fact, "  "); }
            }
            return;
        }
        line(std::string(say_.outcome) + ": " + std::string(say_.undecided));
        std::string possible;
        for (std::uint32_t i = 0; i < of_.outcomes().size(); ++i) {
            const tieuchi::outcome& one = of_.outcomes()[i];
            if (answer_.outcomes().contains(i)) { add_to_list(possible, label(one.label, one.name), "; "); }
        }
        line(std::string(say_.possible) + ": " + possible);
        if (const auto* const exit = answer_.exit()) { line(std::string(say_.leaves) + ": " + exit_text(*exit, exit->cite)); }
        total();
    }

    [[nodiscard]] std::string points_of(const decimal_range& points) const {
        const bool one = points.known() && points.least == *decimal::from_integer(1);
        return points.text(options_.language) + " " + std::string(one ? say_.point : say_.points);
    }

    void total() {
        const auto total = answer_.total();
        if (!total) { return; }
        line(std::string(say_.total) + ": " + total->text(options_.language) + " " + std::string(say_.of_maximum) + " " +
             points_of(*answer_.maximum()));
    }

    template <class Is>
    void adjustments(std::string_view title, Is is) {
        bool begun = false;
        for (const auto& one : answer_.adjustments()) {
            if (!is(one)) { continue; }
            if (!begun) { begin_section(title); }
            begun = true;
            const adjustment& of = *one.adjustment;
            const std::string_view kind = of.kind == adjustment_kind::at_most    ? say_.at_most
                                          : of.kind == adjustment_kind::at_least ? say_.at_least
                                                                                 : say_.exactly;
            std::string cites;
            for (const auto& cite : of.cites) { add_to_list(cites, cite); }
            std::string text = "  " + cites + (cites.empty() ? "" : "  ") + std::string(kind) + " ";
            text += label(of_.outcomes()[of.outcome].label, of_.outcomes()[of.outcome].name);
            if (!of.label.empty()) { text += ": " + label(of.label); }
            line(text);
            if (one.holds) {
                for (const auto& fact : answer_.facts_of(one)) { fact_line(fact, "      "); }
            }
        }
    }

    /// ` (1.5 of 3 points)`; a bonus or a deduction has its points alone.
    [[nodiscard]] std::string points_remark(const finding& one) const {
        if (!one.points || one.status == finding_status::not_applicable) { return {}; }
        const bool beyond = one.criterion->maximum.units() == 0;
        if (beyond || (one.points->known() && *one.points == *one.maximum)) { return " (" + points_of(*one.points) + ")"; }
        return " (" + one.points->text(options_.language) + " " + std::string(say_.of_maximum) + " " + points_of(*one.maximum) +
               ")";
    }

    void section(std::string_view title, const std::vector<std::uint32_t>& findings) {
        if (findings.empty()) { return; }
        begin_section(title);
        for (const std::uint32_t at : findings) { finding_lines(at); }
    }

    /// The clauses of exceptions that counted within a criterion.
    [[nodiscard]] std::string exceptions_within(std::uint32_t at) const {
        std::string clauses;
        for (const std::uint32_t exception : exceptions_) {
            for (auto above = of_.criteria()[exception].parent; above; above = of_.criteria()[*above].parent) {
                if (*above == at) { add_to_list(clauses, of_.criteria()[exception].clause); }
            }
        }
        return clauses;
    }

    void finding_lines(std::uint32_t at) {
        const finding& one = answer_.findings()[at];
        const criterion& of = *one.criterion;
        std::string text = "  " + of.clause + "  " + label(of.title) + points_remark(one);
        const auto remark = [&](std::string_view what) { text += " [" + std::string(what) + "]"; };
        const finding_status itself = one.excepted ? one.without_exception : one.status;
        if (of.event && itself == finding_status::not_met) { remark(say_.happened); }
        if (of.event && itself == finding_status::met) { remark(say_.did_not_happen); }
        if (of.needs_judgement && one.status != finding_status::not_applicable) { remark(say_.judgement); }
        if (one.status == finding_status::met && !one.excepted) { // a strength needs no cause
            if (const auto clauses = exceptions_within(at); !clauses.empty()) {
                remark(std::string(say_.with_exception) + " " + clauses);
            }
            line(text);
            return;
        }
        line(text);
        for (const auto& fact : answer_.facts_of(at)) {
            if (!fact.unknown()) { fact_line(fact, "      "); } // what is not known at all is asked for below
        }
    }

    void fact_line(const fact_value& fact, std::string_view indent) {
        std::string text(indent);
        const std::string name = label(fact.fact->label, fact.fact->name);
        const auto known_day = fact.day();
        text += name + ": " + (known_day ? day(*known_day) : fact.text(options_.language));
        if (!fact.fact->label.empty()) { text += "  (" + fact.fact->name + ")"; }
        line(text);
    }

    void questions() {
        const auto all = answer_.questions();
        if (all.empty()) { return; }
        begin_section(say_.questions);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const question& one = all[i];
            line("  " + std::to_string(i + 1) + ". " + label(one.fact->question, one.fact->name));
            std::string clauses;
            for (const auto& clause : one.clauses) { add_to_list(clauses, clause); }
            std::string remarks = clauses.empty() ? std::string() : std::string(say_.clause) + " " + clauses;
            if (const auto by = parse_date(one.by)) { add_to_list(remarks, std::string(say_.by_day) + " " + day(*by), "; "); }
            if (one.needs_judgement) { add_to_list(remarks, say_.judgement, "; "); }
            if (one.can_decide) { add_to_list(remarks, say_.can_decide, "; "); }
            line("     " + remarks + (remarks.empty() ? "(" : "  (") + one.fact->name + ")");
        }
    }

    /// Open clauses beside a decided outcome.
    void needless() {
        std::string clauses;
        for (const std::uint32_t at : answer_.still_open()) { add_to_list(clauses, of_.criteria()[at].clause); }
        if (clauses.empty()) { return; }
        begin_section(say_.needless);
        line("  " + clauses);
    }

    void readings() {
        if (of_.readings().empty()) { return; }
        begin_section(say_.readings);
        for (const auto& one : of_.readings()) {
            std::string cites;
            for (const auto& cite : one.cites) { add_to_list(cites, cite); }
            const option& chosen = one.options[one.chosen];
            std::string text =
                "  " + cites + (cites.empty() ? "" : "  ") + label(one.label, one.name) + ": " + label(chosen.label, chosen.name);
            if (one.chosen == one.default_option) { text += " [" + std::string(say_.by_default) + "]"; }
            line(text + "  (" + one.name + " = " + chosen.name + ")");
        }
    }

    void problems() {
        if (answer_.problems().empty()) { return; }
        begin_section(say_.problems);
        for (const auto& one : answer_.problems()) { line("  " + one.where + ": " + one.message); }
    }

    const assessment& answer_;
    const standard of_;
    const explain_options& options_;
    const words& say_;
    const std::vector<std::uint32_t> exceptions_;
    std::string out_;
};

} // namespace
} // namespace impl::explain

std::string explain(const assessment& answer, const explain_options& options) {
    return impl::explain::text_renderer(answer, options).render();
}

} // namespace TIEUCHI_NAMESPACE
