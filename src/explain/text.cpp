// SPDX-License-Identifier: Apache-2.0
// An assessment in words. Everything written is taken from the assessment; nothing is decided here.
#include "assess/words.hpp"
#include "base/text_list.hpp"

#include <tieuchi/explain.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::explain {
namespace {

/// Appends `next` to a list.
void add_to_list(std::string& list, std::string_view next, std::string_view between = ", ") {
    if (!list.empty()) { list += between; }
    list += next;
}

[[nodiscard]] std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

class text_renderer {
public:
    text_renderer(const assessment& answer, const explain_options& options)
        : answer_(answer),
          standard_(answer.standard()),
          options_(options),
          say_(words_in(options.language)),
          exceptions_(answer.exceptions()) {}

    [[nodiscard]] std::string render() {
        head();
        outcome();
        if (!excluded()) {
            adjustments(say_.adjusted, [](const applied_adjustment& applied) { return applied.certain; });
            adjustments(say_.holding, [](const applied_adjustment& applied) { return applied.holds && !applied.certain; });
            if (!answer_.decided()) {
                adjustments(say_.may_adjust, [](const applied_adjustment& applied) { return !applied.holds; });
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

    /// A text in the language asked for, else in that of the words around it; where the rules have neither, in whichever they have, with the
    /// name of that language.
    [[nodiscard]] std::string label(const labels& texts, std::string_view otherwise = {}) const {
        const std::string_view nearest = nearest_language(texts, options_.language);
        const std::string_view text = texts.in(nearest);
        if (text.empty()) { return std::string(otherwise); }
        const std::string_view language = texts.language_in(nearest);
        if (language.empty() || serves(language, nearest)) { return std::string(text); }
        return std::string(text) + " [" + std::string(language) + "]";
    }

    /// A day as the language writes it.
    [[nodiscard]] std::string day(date day) const {
        if (words_language(options_.language) != "vi") { return to_string(day); }
        return two_digits(day.day) + "/" + two_digits(day.month) + "/" + std::to_string(day.year);
    }

    [[nodiscard]] std::string_view status_word() const {
        switch (standard_.status()) {
        case document_status::official: return say_.status_official;
        case document_status::local: return say_.status_local;
        case document_status::draft: return say_.status_draft;
        case document_status::illustrative: break;
        }
        return say_.status_illustrative;
    }

    /// The beginning of a line about something that cites these clauses.
    [[nodiscard]] static std::string cited(const std::vector<std::string>& clauses) {
        return "  " + joined(clauses) + (clauses.empty() ? "" : "  ");
    }

    [[nodiscard]] static std::string in_brackets(const std::string& cite) {
        return cite.empty() ? std::string() : " (" + cite + ")";
    }

    void head() {
        std::string first(options_.subject);
        if (!first.empty()) { first += ": "; }
        line(first + label(standard_.title(), standard_.name()));
        line(std::string(say_.document) + ": " + standard_.document().number + " (" + std::string(status_word()) + "), " +
             std::string(say_.in_force_on) + " " + day(standard_.on()));
        if (!standard_.amended_by().empty()) {
            line(std::string(say_.amended_by) + ": " + joined(standard_.amended_by()) + in_brackets(standard_.jurisdiction()));
        }
        if (const auto days = standard_.period()) {
            std::string text = std::string(say_.period) + ": ";
            if (!say_.first_day.empty()) { text += std::string(say_.first_day) + " "; }
            line(text + day(days->first) + " " + std::string(say_.last_day) + " " + day(days->last) +
                 in_brackets(standard_.window_cite()));
        }
        if (const auto due = standard_.decide_before()) {
            std::string text = std::string(say_.due) + ": " + std::string(say_.before_day) + " " + day(*due) +
                               in_brackets(standard_.deadline_cite());
            if (!standard_.decided_by().empty()) {
                text += "; " + std::string(say_.decided_by) + ": " + label(standard_.decided_by());
            }
            line(text);
        }
        if (!options_.language.empty() && !serves(words_language(options_.language), options_.language)) {
            line(std::string(say_.no_words_in) + " `" + std::string(options_.language) + "`");
        }
        line("");
    }

    /// The finding of the criterion that a clause is; null where the clause is no criterion.
    [[nodiscard]] const finding* finding_of(const std::string& clause) const {
        const auto& criteria = standard_.criteria();
        const auto found = std::find_if(criteria.begin(), criteria.end(),
                                        [&](const criterion& candidate) { return candidate.clause == clause; });
        return found == criteria.end() ? nullptr : &answer_.findings()[static_cast<std::size_t>(found - criteria.begin())];
    }

    /// Whether an adjustment decided the outcome: its grounds are written with it. `floors`: whether one that raises the class did.
    [[nodiscard]] bool adjusted(bool floors = false) const {
        const auto all = answer_.adjustments();
        return std::any_of(all.begin(), all.end(), [&](const applied_adjustment& applied) {
            const bool decides =
                applied.holds && answer_.outcomes().contains(applied.adjustment->outcome) && (applied.certain || !applied.idle);
            return decides && (!floors || applied.adjustment->kind == adjustment_kind::at_least);
        });
    }

    /// How to introduce the grounds of an outcome: as what it rests on, or as what kept the subject from a better one. They are called met only
    /// where all of them are: the best outcome can also rest on a criterion that gave some of its points.
    [[nodiscard]] std::string_view because_word(bool by_criteria, bool all_met) const {
        if (answer_.exit() != nullptr || adjusted(true)) { return say_.because; }
        if (answer_.outcomes().contains(0)) { return by_criteria && all_met && !adjusted() ? say_.rests_on : say_.because; }
        return by_criteria || adjusted() ? say_.not_better : say_.because;
    }

    /// The label of an exit, after its clause.
    [[nodiscard]] std::string exit_text(const exit_rule& exit, std::string cite) const {
        if (!exit.label.empty()) { cite += (cite.empty() ? "" : " ") + label(exit.label); }
        return cite;
    }

    void outcome() {
        if (const auto* const reached = answer_.outcome()) {
            reached_outcome(*reached);
        } else {
            open_outcome();
        }
    }

    void reached_outcome(const tieuchi::outcome& reached) {
        line(std::string(say_.outcome) + ": " + label(reached.label, reached.name));
        if (!excluded()) { total(); }
        const std::vector<std::string> clauses = answer_.because();
        bool by_criteria = false;
        bool all_met = true;
        for (const auto& clause : clauses) {
            const finding* const ground = finding_of(clause);
            by_criteria = by_criteria || ground != nullptr;
            all_met = all_met && (ground == nullptr || ground->status == finding_status::met);
        }
        const auto* const exit = answer_.exit();
        line(std::string(because_word(by_criteria, all_met)) + ": " +
             (exit == nullptr ? joined(clauses) : exit_text(*exit, joined(clauses))));
        if (exit != nullptr && !exit->to.empty()) { line(std::string(say_.referred_to) + ": " + label(exit->to)); }
        if (!by_criteria && !adjusted()) { fact_lines(answer_.facts_used(), "  "); }
    }

    void open_outcome() {
        line(std::string(say_.outcome) + ": " + std::string(say_.undecided));
        std::string possible;
        for (std::uint32_t i = 0; i < standard_.outcomes().size(); ++i) {
            const tieuchi::outcome& candidate = standard_.outcomes()[i];
            if (answer_.outcomes().contains(i)) { add_to_list(possible, label(candidate.label, candidate.name), "; "); }
        }
        line(std::string(say_.possible) + ": " + possible);
        if (const auto* const exit = answer_.exit()) { line(std::string(say_.leaves) + ": " + exit_text(*exit, exit->cite)); }
        total();
    }

    [[nodiscard]] std::string points_of(const decimal_range& points) const {
        const bool singular = points.known() && points.least == *decimal::from_integer(1);
        return points.text(options_.language) + " " + std::string(singular ? say_.point : say_.points);
    }

    void total() {
        const auto total = answer_.total();
        if (!total) { return; }
        line(std::string(say_.total) + ": " + total->text(options_.language) + " " + std::string(say_.of_maximum) + " " +
             points_of(*answer_.maximum()));
    }

    template <class Predicate>
    void adjustments(std::string_view title, Predicate belongs) {
        bool begun = false;
        for (const auto& applied : answer_.adjustments()) {
            if (!belongs(applied)) { continue; }
            if (!begun) { begin_section(title); }
            begun = true;
            line(adjustment_text(*applied.adjustment));
            if (applied.holds) { fact_lines(answer_.facts_of(applied), "      "); }
        }
    }

    [[nodiscard]] std::string_view kind_word(adjustment_kind kind) const {
        switch (kind) {
        case adjustment_kind::at_most: return say_.at_most;
        case adjustment_kind::at_least: return say_.at_least;
        case adjustment_kind::exactly: break;
        }
        return say_.exactly;
    }

    [[nodiscard]] std::string adjustment_text(const adjustment& rule) const {
        const tieuchi::outcome& outcome = standard_.outcomes()[rule.outcome];
        std::string text = cited(rule.cites) + std::string(kind_word(rule.kind)) + " " + label(outcome.label, outcome.name);
        if (!rule.label.empty()) { text += ": " + label(rule.label); }
        return text;
    }

    /// ` (1.5 of 3 points)`; a bonus or a deduction has its points alone.
    [[nodiscard]] std::string points_remark(const finding& finding) const {
        if (!finding.points || finding.status == finding_status::not_applicable) { return {}; }
        const bool beyond = finding.criterion->maximum.units() == 0;
        if (beyond || (finding.points->known() && *finding.points == *finding.maximum)) {
            return " (" + points_of(*finding.points) + ")";
        }
        return " (" + finding.points->text(options_.language) + " " + std::string(say_.of_maximum) + " " +
               points_of(*finding.maximum) + ")";
    }

    void section(std::string_view title, const std::vector<std::uint32_t>& findings) {
        if (findings.empty()) { return; }
        begin_section(title);
        for (const std::uint32_t at : findings) { finding_lines(at); }
    }

    /// The clauses of the exceptions that apply within a criterion.
    [[nodiscard]] std::string exceptions_within(std::uint32_t at) const {
        std::string clauses;
        for (const std::uint32_t exception : exceptions_) {
            for (auto above = standard_.criteria()[exception].parent; above; above = standard_.criteria()[*above].parent) {
                if (*above == at) { add_to_list(clauses, standard_.criteria()[exception].clause); }
            }
        }
        return clauses;
    }

    void finding_lines(std::uint32_t at) {
        const finding& finding = answer_.findings()[at];
        const criterion& criterion = *finding.criterion;
        std::string text = "  " + criterion.clause + "  " + label(criterion.title) + points_remark(finding);
        const auto remark = [&](std::string_view what) { text += " [" + std::string(what) + "]"; };
        const finding_status itself = finding.excepted ? finding.without_exception : finding.status;
        if (criterion.event && itself == finding_status::not_met) { remark(say_.happened); }
        if (criterion.event && itself == finding_status::met) { remark(say_.did_not_happen); }
        if (criterion.needs_judgement && finding.status != finding_status::not_applicable) { remark(say_.judgement); }
        if (finding.status == finding_status::met && !finding.excepted) { // a strength needs no explanation
            if (const auto clauses = exceptions_within(at); !clauses.empty()) {
                remark(std::string(say_.with_exception) + " " + clauses);
            }
            line(text);
            return;
        }
        line(text);
        for (const auto& fact : answer_.facts_of(at)) {
            if (!fact.unknown()) { fact_line(fact, "      "); } // unknown facts are asked for below
        }
    }

    void fact_lines(const std::vector<fact_value>& facts, std::string_view indent) {
        for (const auto& fact : facts) { fact_line(fact, indent); }
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
            const question& question = all[i];
            line("  " + std::to_string(i + 1) + ". " + label(question.fact->question, question.fact->name));
            std::string remarks;
            if (!question.clauses.empty()) { remarks = std::string(say_.clause) + " " + joined(question.clauses); }
            if (const auto by = parse_date(question.by)) {
                add_to_list(remarks, std::string(say_.by_day) + " " + day(*by), "; ");
            }
            if (question.needs_judgement) { add_to_list(remarks, say_.judgement, "; "); }
            if (question.can_decide) { add_to_list(remarks, say_.can_decide, "; "); }
            line("     " + remarks + (remarks.empty() ? "(" : "  (") + question.fact->name + ")");
        }
    }

    /// Clauses that stayed open although the outcome is decided.
    void needless() {
        std::string clauses;
        for (const std::uint32_t at : answer_.still_open()) { add_to_list(clauses, standard_.criteria()[at].clause); }
        if (clauses.empty()) { return; }
        begin_section(say_.needless);
        line("  " + clauses);
    }

    void readings() {
        if (standard_.readings().empty()) { return; }
        begin_section(say_.readings);
        for (const auto& reading : standard_.readings()) {
            const option& chosen = reading.options[reading.chosen];
            std::string text =
                cited(reading.cites) + label(reading.label, reading.name) + ": " + label(chosen.label, chosen.name);
            if (reading.chosen == reading.default_option) { text += " [" + std::string(say_.by_default) + "]"; }
            line(text + "  (" + reading.name + " = " + chosen.name + ")");
        }
    }

    void problems() {
        if (answer_.problems().empty()) { return; }
        begin_section(say_.problems);
        for (const auto& problem : answer_.problems()) { line("  " + problem.where + ": " + problem.message); }
    }

    const assessment& answer_;
    const standard standard_;
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
