// SPDX-License-Identifier: Apache-2.0
#include "walk.hpp"

#include "source_dir.hpp"
#include "support/arrow.hpp"

#include <memory>
#include <string_view>

namespace tests::c {

namespace {

using tests::arrow::booleans;
using tests::arrow::numbers;
using tests::arrow::texts;

constexpr const char* path_of_rules = TIEUCHI_SOURCE_DIR "/examples/classes.tieuchi";
const std::string bad_rules = "standard s for office { facts { staff cont } }";

std::unique_ptr<tests::arrow::table> offices() {
    return std::make_unique<tests::arrow::table>(
        std::vector{numbers<std::int32_t>("staff", "i", {10, 20, -1}), booleans("plan", {true, false, true})});
}

std::unique_ptr<tests::arrow::table> subjects() {
    return std::make_unique<tests::arrow::table>(std::vector{texts("id", {"A", "B", "C"}),
                                                             texts("kind", {"office", "branch", "planet"}),
                                                             numbers<std::int32_t>("staff", "i", {10, 20, 30})});
}

tieuchi_named_text named(const char* name, const char* text) { return {name, text, 0, 0, nullptr}; }

/// A stream of one table.
struct one_table {
    explicit one_table(std::unique_ptr<tests::arrow::table> of) : table(std::move(of)) {
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* one, ArrowSchema* out) {
            *out = self(one).table->give_schema();
            return 0;
        };
        stream.get_next = [](ArrowArrayStream* one, ArrowArray* out) {
            *out = *self(one).table->rows();
            self(one).table->rows()->release = nullptr; // moved
            return 0;
        };
        stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
        stream.release = [](ArrowArrayStream* one) { one->release = nullptr; };
    }
    static one_table& self(ArrowArrayStream* one) { return *static_cast<one_table*>(one->private_data); }

    std::unique_ptr<tests::arrow::table> table;
    ArrowArrayStream stream{};
};

class walker {
public:
    explicit walker(const shared_handles& with) : with_(with) {}

    std::string all() {
        library();
        rules();
        standards_and_facts();
        setting();
        answering();
        tables();
        populations();
        tables_of_subjects();
        return std::move(said_);
    }

private:
    void say(const char* text) { (said_ += text == nullptr ? "NULL" : text) += '\n'; }
    void say(const std::string& text) { say(text.c_str()); }
    template <std::integral T>
    void say(T number) {
        say(std::to_string(number));
    }

    /// The status of a call, and what is wrong.
    template <class Call>
    void call(const Call& of) {
        tieuchi_error error;
        say(static_cast<int>(of(&error)));
        say(error.message);
    }
    template <class Owned, class Call>
    Owned owned_by(const Call& of) {
        typename Owned::pointer out = nullptr;
        call([&](tieuchi_error* error) { return of(&out, error); });
        say(out == nullptr ? "nothing" : "a handle");
        return Owned(out);
    }
    template <class Call>
    void say_text(const Call& of) {
        const auto one = owned_by<text>(of);
        say(one.get());
    }
    template <class T, class Call>
    T filled_by(const Call& of) {
        T one{};
        one.struct_size = sizeof one;
        call([&](tieuchi_error* error) { return of(&one, error); });
        return one;
    }
    template <class Call>
    std::size_t count_by(const Call& of) {
        std::size_t count = 0;
        call([&](tieuchi_error* error) { return of(&count, error); });
        say(count);
        return count;
    }
    void say_problems(const tieuchi_diagnostics* list) {
        say(tieuchi_diagnostics_count(list));
        say(filled_by<tieuchi_diagnostic>([&](auto* out, auto* error) {
                return tieuchi_diagnostics_describe(out, list, 0, error);
            }).code);
        say_text([&](auto* out, auto* error) { return tieuchi_diagnostics_text(out, nullptr, list, error); });
        say_text([&](auto* out, auto* error) { return tieuchi_diagnostics_json(out, nullptr, list, error); });
    }
    void say_standard(const tieuchi_standard* of) {
        say(filled_by<tieuchi_standard_summary>([&](auto* out, auto* error) {
                return tieuchi_standard_describe(out, of, "vi", error);
            }).title);
    }

    void library() {
        say(tieuchi_library_version());
        say(tieuchi_text_length(tieuchi_library_version()));
        say(tieuchi_library_abi());
        say(filled_by<tieuchi_limits>([](auto* out, auto* error) { return tieuchi_limits_default(out, error); }).criteria);
        call([](tieuchi_error* error) { return tieuchi_log_set(nullptr, nullptr, TIEUCHI_LOG_ERROR, error); });
        say_problems(with_.problems.get());
        const std::string_view untidy = "document   \"1\" { title en \"T\" status illustrative in force from 2000-01-01 }";
        const tieuchi_source file{"r.tieuchi", untidy.data(), untidy.size(), 0, 0, 0};
        say_text([&](auto* out, auto* error) { return tieuchi_source_format(out, nullptr, nullptr, &file, nullptr, error); });
    }

    void rules() {
        const tieuchi_source source{"bad.tieuchi", bad_rules.data(), bad_rules.size(), 0, 0, 0};
        tieuchi_diagnostics* list = nullptr;
        const auto none = owned_by<rulebook>(
            [&](auto* out, auto* error) { return tieuchi_rulebook_parse(out, &list, &source, 1, nullptr, error); });
        const diagnostics problems(list);
        say_problems(problems.get());
        const char* const path = with_.path.c_str();
        const auto own = owned_by<rulebook>(
            [&](auto* out, auto* error) { return tieuchi_rulebook_load(out, nullptr, &path, 1, nullptr, error); });
        for (const tieuchi_rulebook* book :
             {static_cast<const tieuchi_rulebook*>(own.get()), static_cast<const tieuchi_rulebook*>(with_.book.get())}) {
            say(tieuchi_rulebook_digest(book));
            say_text([&](auto* out, auto* error) { return tieuchi_rulebook_test_json(out, nullptr, book, error); });
            for (std::size_t i = 0; i < tieuchi_rulebook_standard_count(book); ++i) {
                say(tieuchi_rulebook_standard_name(book, i));
            }
            for (std::size_t i = 0; i < tieuchi_rulebook_kind_count(book); ++i) { say(tieuchi_rulebook_kind(book, i)); }
            say(tieuchi_rulebook_document_count(book));
            say(filled_by<tieuchi_document>([&](auto* out, auto* error) {
                    return tieuchi_rulebook_document(out, book, 0, "en", error);
                }).title);
            say(tieuchi_rulebook_document_replaces(book, 0, 0));
            say(tieuchi_rulebook_document_amends(book, 0, 0));
            say(tieuchi_rulebook_document_source(book, 0, 0));
        }
    }

    void standards_and_facts() {
        const tieuchi_selection day = on("2022-11-15");
        const tieuchi_rulebook* const book = with_.book.get();
        const auto own = owned_by<standard>(
            [&](auto* out, auto* error) { return tieuchi_rulebook_standard(out, nullptr, book, "office_class", &day, error); });
        const auto own_list = owned_by<standards>(
            [&](auto* out, auto* error) { return tieuchi_rulebook_standards_for(out, nullptr, book, "branch", &day, error); });
        say(tieuchi_standards_count(own_list.get()));
        const std::string_view words = "office_class for a branch";
        say_standard(owned_by<standard>([&](auto* out, auto* error) {
                         return tieuchi_rulebook_standard_n(out, nullptr, book, words.data(), 12, &day, error);
                     }).get());
        say(tieuchi_standards_count(owned_by<standards>([&](auto* out, auto* error) {
                                        return tieuchi_rulebook_standards_for_n(out, nullptr, book, words.data() + 19, 6, &day,
                                                                                error);
                                    }).get()));
        say_standard(tieuchi_standards_at(with_.of_kind.get(), 0));
        for (const tieuchi_standard* of :
             {static_cast<const tieuchi_standard*>(own.get()), static_cast<const tieuchi_standard*>(with_.by.get())}) {
            say_standard(of);
            say_standard(
                owned_by<standard>([&](auto* out, auto* error) { return tieuchi_standard_retain(out, of, error); }).get());
            say_text([&](auto* out, auto* error) {
                return tieuchi_standard_differences_json(out, nullptr, of, with_.by.get(), error);
            });
            say(tieuchi_standard_kind(of, 1));
            say(tieuchi_standard_amendment(of, 0));
            uint32_t size = 0;
            call([&](tieuchi_error* error) { return tieuchi_standard_slot(&size, of, "size", error); });
            call([&](tieuchi_error* error) { return tieuchi_standard_slot_n(&size, of, "sizes", 4, error); });
            say(filled_by<tieuchi_fact>([&](auto* out, auto* error) {
                    return tieuchi_standard_fact(out, of, size, "vi", error);
                }).label);
            say(filled_by<tieuchi_option>([&](auto* out, auto* error) {
                    return tieuchi_standard_option(out, of, size, 1, "vi", error);
                }).label);
            say(tieuchi_standard_fact_kind(of, size + 1, 0));
            say_text([&](auto* out, auto* error) { return tieuchi_standard_valid_answers(out, nullptr, of, size, "en", error); });
            say(filled_by<tieuchi_criterion>([&](auto* out, auto* error) {
                    return tieuchi_standard_criterion(out, of, 1, "en", error);
                }).title);
            say(filled_by<tieuchi_outcome>([&](auto* out, auto* error) {
                    return tieuchi_standard_outcome(out, of, 0, "en", error);
                }).label);
            say(filled_by<tieuchi_reading>([&](auto* out, auto* error) {
                    return tieuchi_standard_reading(out, of, 0, "en", error);
                }).label);
            say(filled_by<tieuchi_option>([&](auto* out, auto* error) {
                    return tieuchi_standard_reading_option(out, of, 0, 1, "en", error);
                }).label);
            say(filled_by<tieuchi_exit>([&](auto* out, auto* error) {
                    return tieuchi_standard_exit(out, of, 0, "en", error);
                }).label);
            const auto adjustment = filled_by<tieuchi_adjustment_rule>(
                [&](auto* out, auto* error) { return tieuchi_standard_adjustment(out, of, 0, "en", error); });
            say(adjustment.label);
            say(tieuchi_standard_criterion_cite(of, 1, 0));
            say(tieuchi_standard_reading_cite(of, 0, 0));
            say(tieuchi_standard_adjustment_cite(of, 0, 0));
        }
    }

    void setting() {
        const auto own = owned_by<facts>([&](auto* out, auto* error) { return tieuchi_facts_new(out, with_.by.get(), error); });
        tieuchi_facts* const f = own.get();
        const auto slot = [&](const char* name) {
            uint32_t found = 0;
            tieuchi_standard_slot(&found, with_.by.get(), name, nullptr);
            return found;
        };
        call([&](tieuchi_error* error) { return tieuchi_facts_set_yes_no(f, "plan", 1, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_yes_no_at(f, slot("plan"), 0, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_integer(f, "staff", 12, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_integer_at(f, slot("staff"), 13, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_scaled(f, "heat", 125, 1, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_scaled_at(f, slot("heat"), 1255, 2, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_double(f, "share", 12.5, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_double_at(f, slot("share"), 1e300, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_text(f, "size", "small", error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_text_at(f, slot("size"), "huge", error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_text_at_n(f, slot("size"), "smaller", 5, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_date(f, "built", 2020, 2, 29, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_date_at(f, slot("built"), 2021, 2, 29, error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_between(f, "drilled", 0, 3 * TIEUCHI_DECIMAL_ONE, error); });
        call([&](tieuchi_error* error) {
            return tieuchi_facts_set_between_at(f, slot("drilled"), TIEUCHI_DECIMAL_ONE, 9 * TIEUCHI_DECIMAL_ONE, error);
        });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_unknown(f, "heat", error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_unknown_at(f, slot("staff"), error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_set_integer(f, "stuff", 1, error); });
        say(tieuchi_facts_knows(f, slot("plan")));
        say(tieuchi_facts_knows(with_.known.get(), slot("staff")));
        say_problems(owned_by<diagnostics>([&](auto* out, auto* error) { return tieuchi_facts_problems(out, f, error); }).get());
        say_answer(owned_by<assessment>([&](auto* out, auto* error) { return tieuchi_facts_assess(out, f, error); }).get());
        say_text([&](auto* out, auto* error) { return tieuchi_facts_json(out, nullptr, f, error); });
        const std::string_view json = R"({"staff": 12})";
        const auto read = owned_by<facts>([&](auto* out, auto* error) {
            return tieuchi_facts_from_json(out, nullptr, with_.by.get(), json.data(), json.size(), error);
        });
        say_text([&](auto* out, auto* error) { return tieuchi_facts_json(out, nullptr, read.get(), error); });
        call([&](tieuchi_error* error) { return tieuchi_facts_clear(f, error); });
        say(tieuchi_facts_knows(f, slot("plan")));
    }

    void answering() {
        say_answer(owned_by<assessment>([&](auto* out, auto* error) {
                       return tieuchi_facts_assess(out, with_.known.get(), error);
                   }).get());
        say_answer(with_.answer.get());
        const auto work = owned_by<scratch>([](auto* out, auto* error) { return tieuchi_scratch_new(out, error); });
        uint64_t possible = 0;
        call([&](tieuchi_error* error) { return tieuchi_facts_outcomes(&possible, with_.known.get(), work.get(), error); });
        say(possible);
    }

    void say_answer(const tieuchi_assessment* of) {
        const auto is = filled_by<tieuchi_assessment_summary>(
            [&](auto* out, auto* error) { return tieuchi_assessment_describe(out, of, "en", error); });
        say(is.outcome_name);
        const auto own = owned_by<assessment>([&](auto* out, auto* error) { return tieuchi_assessment_retain(out, of, error); });
        say_standard(tieuchi_assessment_standard(own.get()));
        for (uint32_t i = 0; i < is.finding_count; ++i) {
            say(filled_by<tieuchi_finding>([&](auto* out, auto* error) {
                    return tieuchi_assessment_finding(out, of, i, error);
                }).points_most);
            const uint32_t* slots = nullptr;
            const std::size_t count =
                count_by([&](auto* to, auto* error) { return tieuchi_assessment_finding_facts(&slots, to, of, i, error); });
            for (std::size_t at = 0; at < count; ++at) {
                say(filled_by<tieuchi_fact_value>([&](auto* out, auto* error) {
                        return tieuchi_assessment_fact(out, of, slots[at], "en", error);
                    }).label);
                say_text([&](auto* out, auto* error) {
                    return tieuchi_assessment_fact_text(out, nullptr, of, slots[at], "en", error);
                });
            }
        }
        const char* const* clauses = nullptr;
        const std::size_t because =
            count_by([&](auto* to, auto* error) { return tieuchi_assessment_because(&clauses, to, of, error); });
        for (std::size_t i = 0; i < because; ++i) { say(clauses[i]); }
        for (const std::int32_t part : {TIEUCHI_REPORT_SHORTCOMINGS, TIEUCHI_REPORT_STRENGTHS}) {
            const uint32_t* findings = nullptr;
            const std::size_t reported =
                count_by([&](auto* to, auto* error) { return tieuchi_assessment_report(&findings, to, of, part, error); });
            for (std::size_t i = 0; i < reported; ++i) { say(findings[i]); }
        }
        const std::size_t adjustments =
            count_by([&](auto* to, auto* error) { return tieuchi_assessment_adjustment_count(to, of, error); });
        for (std::size_t i = 0; i < adjustments; ++i) {
            say(filled_by<tieuchi_adjustment>([&](auto* out, auto* error) {
                    return tieuchi_assessment_adjustment(out, of, i, "en", error);
                }).label);
        }
        const std::size_t questions =
            count_by([&](auto* to, auto* error) { return tieuchi_assessment_question_count(to, of, error); });
        for (std::size_t i = 0; i < questions; ++i) {
            say(filled_by<tieuchi_question>([&](auto* out, auto* error) {
                    return tieuchi_assessment_question(out, of, i, "vi", error);
                }).question);
        }
        say(tieuchi_diagnostics_count(
            owned_by<diagnostics>([&](auto* out, auto* error) { return tieuchi_assessment_problems(out, of, error); }).get()));
        say_text([&](auto* out, auto* error) { return tieuchi_assessment_questions_json(out, nullptr, of, "vi", error); });
        say_text([&](auto* out, auto* error) {
            return tieuchi_assessment_compare_json(out, nullptr, of, "A", with_.answer.get(), "B", error);
        });
        say_text([&](auto* out, auto* error) { return tieuchi_assessment_json(out, nullptr, of, "A", error); });
        say_text([&](auto* out, auto* error) { return tieuchi_assessment_json_n(out, nullptr, of, "ABC", 2, error); });
        say_text([&](auto* out, auto* error) { return tieuchi_assessment_explain_n(out, nullptr, of, "en", "ABC", 2, error); });
        say_text([&](auto* out, auto* error) { return tieuchi_assessment_explain(out, nullptr, of, "vi", nullptr, error); });
    }

    void tables() {
        const auto own =
            owned_by<columns>([&](auto* out, auto* error) { return tieuchi_columns_new(out, with_.by.get(), nullptr, error); });
        for (const tieuchi_columns* by :
             {static_cast<const tieuchi_columns*>(own.get()), static_cast<const tieuchi_columns*>(with_.by_columns.get())}) {
            ArrowSchema schema{};
            call([&](tieuchi_error* error) { return tieuchi_columns_schema(&schema, by, error); });
            say(schema.n_children);
            schema.release(&schema);
            const auto table = offices();
            ArrowArray batch{};
            call([&](tieuchi_error* error) {
                return tieuchi_columns_assess_array(&batch, nullptr, by, &table->schema(), table->rows(), error);
            });
            say_batch(batch);
            one_table stream(offices());
            ArrowArrayStream told{};
            call([&](tieuchi_error* error) { return tieuchi_columns_assess_stream(&told, nullptr, by, &stream.stream, error); });
            say_stream(told);
        }
    }

    void say_batch(ArrowArray& batch) {
        say(batch.length);
        const auto* const decided = static_cast<const uint8_t*>(batch.children[1]->buffers[1]);
        for (std::int64_t row = 0; row < batch.length; ++row) { say(int{(decided[row / 8] >> (row % 8) & 1) != 0}); }
        batch.release(&batch);
    }
    void say_stream(ArrowArrayStream& stream) {
        for (ArrowArray batch{}; stream.get_next(&stream, &batch) == 0 && batch.release != nullptr; batch = {}) {
            say_batch(batch);
        }
        stream.release(&stream);
    }

    void populations() {
        const tieuchi_selection day = on("2022-11-15");
        const auto own = owned_by<population>(
            [&](auto* out, auto* error) { return tieuchi_population_new(out, with_.book.get(), &day, error); });
        const tieuchi_named_text staff = named("staff", "12");
        tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
        subject.id = "A";
        subject.kind = "office";
        subject.facts = &staff;
        subject.fact_count = 1;
        call([&](tieuchi_error* error) { return tieuchi_population_add(own.get(), &subject, error); });
        call([&](tieuchi_error* error) { return tieuchi_population_add(own.get(), &subject, error); }); // twice
        for (const tieuchi_population* all :
             {static_cast<const tieuchi_population*>(own.get()), static_cast<const tieuchi_population*>(with_.all.get())}) {
            say(tieuchi_population_count(all));
            say_results(owned_by<results>([&](auto* out, auto* error) {
                            return tieuchi_population_assess(out, nullptr, all, nullptr, nullptr, error);
                        }).get());
        }
        say_results(with_.told.get());
    }

    void say_results(const tieuchi_results* of) {
        for (std::size_t i = 0; i < tieuchi_results_count(of); ++i) {
            for (std::size_t at = 0; at < tieuchi_results_assessment_count(of, i); ++at) {
                say_text([&](auto* out, auto* error) {
                    return tieuchi_assessment_json(out, nullptr, tieuchi_results_assessment(of, i, at), nullptr, error);
                });
                say(tieuchi_results_outcomes(of, i, at));
                const char* const* clauses = nullptr;
                std::size_t count = 0;
                call([&](tieuchi_error* error) { return tieuchi_results_because(&clauses, &count, of, i, at, error); });
                for (std::size_t clause = 0; clause < count; ++clause) { say(clauses[clause]); }
            }
            say(tieuchi_diagnostics_count(owned_by<diagnostics>([&](auto* out, auto* error) {
                                              return tieuchi_results_problems(out, of, i, error);
                                          }).get()));
        }
        for (std::size_t i = 0; i < tieuchi_results_quota_count(of); ++i) {
            say(filled_by<tieuchi_quota_result>([&](auto* out, auto* error) {
                    return tieuchi_results_quota(out, of, i, error);
                }).seats_most);
        }
    }

    void tables_of_subjects() {
        const tieuchi_selection day = on("2022-11-15");
        const auto own = owned_by<column_population>([&](auto* out, auto* error) {
            return tieuchi_column_population_new(out, nullptr, with_.book.get(), &day, nullptr, error);
        });
        const auto table = subjects();
        call([&](tieuchi_error* error) {
            return tieuchi_column_population_add_array(own.get(), nullptr, &table->schema(), table->rows(), error);
        });
        one_table stream(subjects()); // the same once more: refused
        call([&](tieuchi_error* error) {
            return tieuchi_column_population_add_stream(own.get(), nullptr, &stream.stream, error);
        });
        say(tieuchi_column_population_count(own.get()));
        const auto told = owned_by<population_answers>(
            [&](auto* out, auto* error) { return tieuchi_column_population_assess(out, own.get(), nullptr, nullptr, error); });
        for (const tieuchi_population_answers* of : {static_cast<const tieuchi_population_answers*>(told.get()),
                                                     static_cast<const tieuchi_population_answers*>(with_.answers.get())}) {
            say_answers(of);
        }
    }

    void say_answers(const tieuchi_population_answers* of) {
        for (std::size_t i = 0; i < tieuchi_population_answers_standard_count(of); ++i) {
            say_standard(tieuchi_population_answers_standard(of, i));
            ArrowSchema schema{};
            call([&](tieuchi_error* error) { return tieuchi_population_answers_schema(&schema, of, i, error); });
            say(schema.n_children);
            schema.release(&schema);
            ArrowArrayStream stream{};
            call([&](tieuchi_error* error) { return tieuchi_population_answers_stream(&stream, of, i, error); });
            for (ArrowArray batch{}; stream.get_next(&stream, &batch) == 0 && batch.release != nullptr; batch = {}) {
                say(batch.length);
                batch.release(&batch);
            }
            stream.release(&stream);
        }
        const std::size_t* refused = nullptr;
        say(count_by([&](auto* to, auto* error) { return tieuchi_population_answers_refused(&refused, to, of, error); }));
        for (std::size_t i = 0; i < tieuchi_population_answers_count(of); ++i) {
            say_results(owned_by<results>([&](auto* out, auto* error) {
                            return tieuchi_population_answers_subject(out, of, i, error);
                        }).get());
        }
        for (std::size_t i = 0; i < tieuchi_population_answers_quota_count(of); ++i) {
            say(filled_by<tieuchi_quota_result>([&](auto* out, auto* error) {
                    return tieuchi_population_answers_quota(out, of, i, error);
                }).seats_most);
        }
    }

    const shared_handles& with_;
    std::string said_;
};

} // namespace

shared_handles::shared_handles()
    : path(path_of_rules),
      book(parse(c::rules +
                 "\nstandard quiet for branch {\n facts { calls count }\n points 10\n criterion 1 10 points less 1 per calls\n"
                 " classes by total { good >= 8, weak otherwise }\n quota good at most 50% of all highest total first\n}\n")),
      by(pick(book, "office_class")),
      known(facts_for(by)) {
    const tieuchi_selection day = on("2022-11-15");
    of_kind = made<standards>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_standards_for(out, nullptr, book.get(), "office", &day, error); });
    REQUIRE(tieuchi_facts_set_integer(known.get(), "staff", 20, nullptr) == TIEUCHI_OK);
    REQUIRE(tieuchi_facts_set_integer(known.get(), "fires", 1, nullptr) == TIEUCHI_OK);
    answer = assess(known);
    by_columns = made<columns>([&](auto* out, auto* error) { return tieuchi_columns_new(out, by.get(), nullptr, error); });
    all = made<population>([&](auto* out, auto* error) { return tieuchi_population_new(out, book.get(), &day, error); });
    tieuchi_subject subject = TIEUCHI_SUBJECT_INIT;
    subject.id = "A";
    subject.kind = "branch";
    REQUIRE(tieuchi_population_add(all.get(), &subject, nullptr) == TIEUCHI_OK);
    told = made<results>(
        [&](auto* out, auto* error) { return tieuchi_population_assess(out, nullptr, all.get(), nullptr, nullptr, error); });
    const auto open = made<column_population>(
        [&](auto* out, auto* error) { return tieuchi_column_population_new(out, nullptr, book.get(), &day, nullptr, error); });
    const std::shared_ptr<tests::arrow::table> rows = subjects();
    table = rows;
    tieuchi_error error;
    well(tieuchi_column_population_add_array(open.get(), nullptr, &rows->schema(), rows->rows(), &error), error);
    answers = made<population_answers>(
        [&](auto* out, auto* e) { return tieuchi_column_population_assess(out, open.get(), nullptr, nullptr, e); });
    const tieuchi_source source{"bad.tieuchi", bad_rules.data(), bad_rules.size(), 0, 0, 0};
    tieuchi_rulebook* none = nullptr;
    tieuchi_diagnostics* list = nullptr;
    REQUIRE(tieuchi_rulebook_parse(&none, &list, &source, 1, nullptr, nullptr) == TIEUCHI_BAD_RULES);
    problems.reset(list);
}

std::string walk(const shared_handles& shared) { return walker(shared).all(); }

} // namespace tests::c
