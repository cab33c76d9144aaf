// SPDX-License-Identifier: Apache-2.0
#include "json/writer.hpp"

#include <tieuchi/json.hpp>

#include <boost/json/serialize.hpp>

namespace TIEUCHI_NAMESPACE {

std::string questions_to_json(const assessment& answer, std::string_view language) {
    using namespace impl::json;
    const standard standard = answer.standard();
    boost::json::array questions;
    for (const question& question : answer.questions()) {
        const fact& fact = *question.fact;
        questions.emplace_back(boost::json::object{{"fact", view(fact.name)},
                                                   {"type", view(to_string(fact.type))},
                                                   {"question", view(fact.question.in(language))},
                                                   {"valid_answers", view(fact.valid_answers(language))},
                                                   {"clauses", to_array(question.clauses)},
                                                   {"by", text_or_null(question.by)},
                                                   {"needs_judgement", question.needs_judgement},
                                                   {"can_decide", question.can_decide}});
    }
    return boost::json::serialize(boost::json::object{{"standard", view(standard.name())},
                                                      {"on", view(to_string(standard.on()))},
                                                      {"document", view(standard.document().number)},
                                                      {"document_status", view(to_string(standard.status()))},
                                                      {"decided", answer.decided()},
                                                      {"possible", outcome_names(standard, answer.outcomes())},
                                                      {"questions", std::move(questions)}});
}

} // namespace TIEUCHI_NAMESPACE
