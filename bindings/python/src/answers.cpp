// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables, each row a subject of one standard.
#include "answers.hpp"

#include "bindings.hpp"
#include "nouns.hpp"
#include "row_stream.hpp"
#include "values.hpp"

#include <tieuchi/columns.hpp>

#include <nanobind/stl/unique_ptr.h>

namespace tieuchi::python {

namespace {

[[nodiscard]] std::unique_ptr<answers> assess(const standard& of, arrow_struct<ArrowArrayStream> rows, std::int64_t batch_rows,
                                              nb::handle options, nb::object tell) {
    const auto shared = std::make_shared<watch>(std::move(tell));
    column_options how = to_column_options(options);
    how.tell_problem = [to = shared.get()](const diagnostic& one) {
        to->problems.add(one);
    }; // lives as long as the stream that calls it
    const column_assessor by(of, std::move(how));
    arrow_struct<ArrowArrayStream> cut = row_stream::cut(std::move(rows), batch_rows);
    arrow_struct<ArrowArrayStream> made;
    diagnostics problems;
    {
        const nb::gil_scoped_release others_run;
        ArrowArrayStream taken = cut.move_on();
        problems = by.assess(&taken, &*made);
    }
    if (!problems.empty()) { raise("DataError", problems); }
    return std::make_unique<answers>(
        shared, [by](ArrowSchema* to) { by.answer_schema(to); }, std::move(made));
}

int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self)) { return 0; }
    const answers& of = *nb::inst_ptr<answers>(self);
    Py_VISIT(of.told().ptr());
    Py_VISIT(of.failed().ptr());
    return 0;
}

int clear(PyObject* self) {
    nb::inst_ptr<answers>(self)->let_go();
    return 0;
}

PyType_Slot collected[] = { // NOLINT(modernize-avoid-c-arrays): as Python has them
    {Py_tp_traverse, reinterpret_cast<void*>(&traverse)},
    {Py_tp_clear, reinterpret_cast<void*>(&clear)},
    {0, nullptr}};

} // namespace

void bind_answers(nb::module_& to) {
    using namespace nb::literals;
    nb::class_<answers>(to, "Answers", nb::type_slots(collected))
        .def("schema", &answers::schema)
        .def("stream", &answers::stream)
        .def_prop_ro("rows", &answers::rows)
        .def("take_failed", &answers::take_failed)
        .def_prop_ro("problems", [](const answers& of) { return tuple_of(of.problems()); });
    to.def(
        "assess_stream",
        [](const standard& by, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            return assess(by, take<ArrowArrayStream>(rows), batch_rows, how, std::move(tell));
        },
        "standard"_a, "stream"_a, "batch_rows"_a, "options"_a, "tell"_a);
    to.def(
        "assess_batch",
        [](const standard& by, nb::handle schema, nb::handle rows, std::int64_t batch_rows, nb::dict how, nb::object tell) {
            return assess(by, row_stream::of_batch(take<ArrowSchema>(schema), take<ArrowArray>(rows)), batch_rows, how,
                          std::move(tell));
        },
        "standard"_a, "schema"_a, "array"_a, "batch_rows"_a, "options"_a, "tell"_a);
}

} // namespace tieuchi::python
