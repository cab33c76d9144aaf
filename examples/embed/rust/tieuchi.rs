// SPDX-License-Identifier: Apache-2.0
//! Assesses by written rules: as much of the library as a form needs.

use std::ffi::{c_char, CStr, CString, NulError};
use std::{fmt, mem, ptr};

/// What is used of tieuchi.h.
#[allow(non_camel_case_types)]
#[rustfmt::skip]
mod c {
    use std::ffi::{c_char, c_int, c_void};
    use std::mem::size_of;

    type text = *const c_char;
    type none = *const c_void; // what is always NULL here
    type status = c_int;

    #[repr(C)] pub struct tieuchi_rulebook { _private: [u8; 0] }
    #[repr(C)] pub struct tieuchi_standard { _private: [u8; 0] }
    #[repr(C)] pub struct tieuchi_facts { _private: [u8; 0] }
    #[repr(C)] pub struct tieuchi_assessment { _private: [u8; 0] }

    #[repr(C)]
    pub struct tieuchi_error {
        pub status: i32, pub code: [u8; 12], pub location: [u8; 240], pub message: [u8; 512], pub help: [u8; 224], pub reserved: [u8; 32],
    }

    #[repr(C)]
    pub struct tieuchi_selection {
        pub struct_size: usize, pub on: text, pub jurisdiction: text, pub readings: none, pub reading_count: usize,
        pub on_length: usize, pub jurisdiction_length: usize, pub year: i32, pub has_lengths: i32,
    }

    #[repr(C)]
    pub struct tieuchi_assessment_summary {
        pub struct_size: usize, pub decided: i32, pub outcome: u32, pub outcome_name: text, pub outcome_label: text, pub possible: u64,
        pub scored: i32, pub exit: c_int, pub exit_label: text, pub exit_cite: text, pub exit_document: text, pub exit_to: text,
        pub total_least: i64, pub total_most: i64, pub maximum_least: i64, pub maximum_most: i64, pub finding_count: u32, pub problem_count: u32,
    }

    #[repr(C)]
    pub struct tieuchi_question {
        pub struct_size: usize, pub slot: u32, pub needs_judgement: i32, pub can_decide: i32, pub fact: text, pub question: text, pub by: text,
        pub clauses: *const text, pub clause_count: usize,
    }

    #[cfg(target_pointer_width = "64")]
    const _: () = assert!(size_of::<tieuchi_error>() == 1024 && size_of::<tieuchi_selection>() == 64
        && size_of::<tieuchi_assessment_summary>() == 120 && size_of::<tieuchi_question>() == 64);

    extern "C" {
        pub fn tieuchi_rulebook_load(out: *mut *mut tieuchi_rulebook, problems: none, paths: *const text, count: usize, limits: none,
                                error: *mut tieuchi_error) -> status;
        pub fn tieuchi_rulebook_free(rulebook: *mut tieuchi_rulebook);
        pub fn tieuchi_rulebook_standard_n(out: *mut *mut tieuchi_standard, problems: none, rulebook: *const tieuchi_rulebook, name: text,
                                           name_length: usize, selection: *const tieuchi_selection, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_standard_free(standard: *mut tieuchi_standard);
        pub fn tieuchi_standard_slot_n(out: *mut u32, standard: *const tieuchi_standard, name: text, name_length: usize,
                                       error: *mut tieuchi_error) -> status;
        pub fn tieuchi_facts_new(out: *mut *mut tieuchi_facts, standard: *const tieuchi_standard, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_facts_free(facts: *mut tieuchi_facts);
        pub fn tieuchi_facts_set_integer(facts: *mut tieuchi_facts, name: text, number: i64, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_facts_set_integer_at(facts: *mut tieuchi_facts, slot: u32, number: i64, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_facts_set_yes_no(facts: *mut tieuchi_facts, name: text, yes: i32, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_facts_assess(out: *mut *mut tieuchi_assessment, facts: *const tieuchi_facts, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_assessment_describe(out: *mut tieuchi_assessment_summary, of: *const tieuchi_assessment, language: text, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_assessment_because(clauses: *mut *const text, count: *mut usize, of: *const tieuchi_assessment, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_assessment_question_count(out: *mut usize, of: *const tieuchi_assessment, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_assessment_question(out: *mut tieuchi_question, of: *const tieuchi_assessment, index: usize, language: text, error: *mut tieuchi_error) -> status;
        pub fn tieuchi_assessment_free(assessment: *mut tieuchi_assessment);
    }
}

/// What the library says is wrong.
#[derive(Debug, Default)]
pub struct Error {
    pub code: String,
    pub location: String,
    pub message: String,
    pub help: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.help.is_empty() { "" } else { ": " };
        write!(
            f,
            "{} {}: {}{}{}",
            self.code, self.location, self.message, colon, self.help
        )
    }
}

impl std::error::Error for Error {}

impl From<NulError> for Error {
    fn from(wrong: NulError) -> Self {
        Error {
            message: wrong.to_string(),
            ..Error::default()
        }
    }
}

fn check(call: impl FnOnce(&mut c::tieuchi_error) -> i32) -> Result<(), Error> {
    let mut error: c::tieuchi_error = unsafe { mem::zeroed() };
    if call(&mut error) == 0 {
        return Ok(());
    }
    let text = |chars: &[u8]| {
        CStr::from_bytes_until_nul(chars)
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    Err(Error {
        code: text(&error.code),
        location: text(&error.location),
        message: text(&error.message),
        help: text(&error.help),
    })
}

/// A handle, given back when it is dropped.
struct Owned<T> {
    handle: *mut T,
    free: unsafe extern "C" fn(*mut T),
}

impl<T> Owned<T> {
    fn new(
        free: unsafe extern "C" fn(*mut T),
        make: impl FnOnce(&mut *mut T, &mut c::tieuchi_error) -> i32,
    ) -> Result<Self, Error> {
        let mut handle = ptr::null_mut();
        check(|error| make(&mut handle, error))?;
        Ok(Owned { handle, free })
    }
}

impl<T> Drop for Owned<T> {
    fn drop(&mut self) {
        unsafe { (self.free)(self.handle) }
    }
}

/// Never changes. Facts made from it outlive it.
pub struct Standard(Owned<c::tieuchi_standard>);

// The header says `threads: any`.
unsafe impl Send for Standard {}
unsafe impl Sync for Standard {}

impl Standard {
    /// Reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15.
    pub fn load(path: &str, name: &str, day: &str) -> Result<Self, Error> {
        let path = CString::new(path)?; // the only text that must end in NUL: the others are given with their lengths
        let how = c::tieuchi_selection {
            struct_size: mem::size_of::<c::tieuchi_selection>(),
            on: day.as_ptr().cast(),
            jurisdiction: ptr::null(),
            readings: ptr::null(),
            reading_count: 0,
            on_length: day.len(),
            jurisdiction_length: 0,
            year: 0,
            has_lengths: 1,
        };
        let rules = Owned::new(c::tieuchi_rulebook_free, |out, error| unsafe {
            c::tieuchi_rulebook_load(out, ptr::null(), &path.as_ptr(), 1, ptr::null(), error)
        })?;
        let standard = Owned::new(c::tieuchi_standard_free, |out, error| unsafe {
            c::tieuchi_rulebook_standard_n(
                out,
                ptr::null(),
                rules.handle,
                name.as_ptr().cast(),
                name.len(),
                &how,
                error,
            )
        })?;
        Ok(Standard(standard))
    }

    /// Finds a fact by its name: ask once, and set by the slot.
    pub fn slot(&self, name: &str) -> Result<u32, Error> {
        let (text, length) = (name.as_ptr().cast(), name.len());
        let mut slot = 0;
        check(|error| unsafe {
            c::tieuchi_standard_slot_n(&mut slot, self.0.handle, text, length, error)
        })?;
        Ok(slot)
    }
}

/// What is known about one subject; what is never set is unknown.
pub struct Facts(Owned<c::tieuchi_facts>);

// The header says `threads: one` to set, which takes `&mut`, and `threads: any, while nobody sets` to assess, which takes `&`.
unsafe impl Send for Facts {}
unsafe impl Sync for Facts {}

impl Facts {
    pub fn new(standard: &Standard) -> Result<Self, Error> {
        Ok(Facts(Owned::new(
            c::tieuchi_facts_free,
            |out, error| unsafe { c::tieuchi_facts_new(out, standard.0.handle, error) },
        )?))
    }

    pub fn set_integer(&mut self, name: &str, number: i64) -> Result<(), Error> {
        let name = CString::new(name)?;
        check(|error| unsafe {
            c::tieuchi_facts_set_integer(self.0.handle, name.as_ptr(), number, error)
        })
    }

    pub fn set_integer_at(&mut self, slot: u32, number: i64) -> Result<(), Error> {
        check(|error| unsafe {
            c::tieuchi_facts_set_integer_at(self.0.handle, slot, number, error)
        })
    }

    pub fn set_yes_no(&mut self, name: &str, yes: bool) -> Result<(), Error> {
        let name = CString::new(name)?;
        check(|error| unsafe {
            c::tieuchi_facts_set_yes_no(self.0.handle, name.as_ptr(), yes.into(), error)
        })
    }

    pub fn assess(&self) -> Result<Answer, Error> {
        let answer = Owned::new(c::tieuchi_assessment_free, |out, error| unsafe {
            c::tieuchi_facts_assess(out, self.0.handle, error)
        })?;
        let mut is: c::tieuchi_assessment_summary = unsafe { mem::zeroed() };
        is.struct_size = mem::size_of_val(&is);
        check(|error| unsafe {
            c::tieuchi_assessment_describe(&mut is, answer.handle, ptr::null(), error)
        })?;

        let (mut clauses, mut count, mut questions) = (ptr::null(), 0, 0);
        check(|error| unsafe {
            c::tieuchi_assessment_because(&mut clauses, &mut count, answer.handle, error)
        })?;
        check(|error| unsafe {
            c::tieuchi_assessment_question_count(&mut questions, answer.handle, error)
        })?;
        let ask = |index| {
            let mut question: c::tieuchi_question = unsafe { mem::zeroed() };
            question.struct_size = mem::size_of_val(&question);
            check(|error| unsafe {
                c::tieuchi_assessment_question(
                    &mut question,
                    answer.handle,
                    index,
                    ptr::null(),
                    error,
                )
            })?;
            Ok(unsafe { text(question.fact) })
        };
        Ok(Answer {
            outcome: (is.decided != 0).then(|| unsafe { text(is.outcome_name) }),
            because: (0..count)
                .map(|index| unsafe { text(*clauses.add(index)) })
                .collect(),
            ask: (0..questions).map(ask).collect::<Result<_, Error>>()?,
        })
    }
}

/// A copy of a text that is borrowed from a handle still held.
unsafe fn text(borrowed: *const c_char) -> String {
    CStr::from_ptr(borrowed).to_string_lossy().into_owned()
}

/// A copy of what an assessment says.
pub struct Answer {
    /// None while several are possible.
    pub outcome: Option<String>,
    /// The clauses that decided.
    pub because: Vec<String>,
    /// The facts that can still change the outcome, the most decisive first.
    pub ask: Vec<String>,
}
