import type { OfficerFormIssues } from "../../base/issues/officer-form.ts"
import type { Messages } from "../message.ts"

export const officerFormIssues: Messages<OfficerFormIssues> = {
    "request.form.half-width": (p) => ({
        message: `"${p.found}" holds full-width characters and was read as ${p.read}`,
        hint: "check that it was read rightly",
    }),
    "request.form.date-cell": (p) => ({
        message: `the cell holds a date and was read as ${p.read}`,
        hint: "check it; if it is wrong, format the cell as text and type it again",
    }),
    "request.form.number-cell": (p) => ({
        message: `the cell holds a number and was read as ${p.read}; leading zeros may be gone`,
        hint: "check it; if it is wrong, format the cell as text and type it again",
    }),
    "request.form.word": (p) => ({
        message: `"${p.found}" is none of the choices: ${p.known}`,
        hint: "choose from the drop-down list",
    }),
    "request.form.columns": (p) => ({
        message: `the head of the officer's form was not found; missing: ${p.missing}`,
        hint: "make a new form with lerpack init --officer and copy the answers; leave its head as it is",
    }),
    "request.form.row-unknown": (p) => ({
        message: `the row is none of the form's; "${p.found}" was not read`,
        hint: "move it to the yellow cell it belongs to and clear this one",
    }),
    "request.form.row-twice": (p) => ({
        message: `the same question is answered differently at ${p.first}`,
        hint: "keep one of the two rows",
    }),
    "request.form.row-mixed": (p) => ({
        message: `label and inner number of the row disagree; by its number it is "${p.expected}"`,
        hint: "a column may have been sorted or moved by itself; restore the rows or fill in a new form",
    }),
    "request.form.record": (p) => ({
        message: "a part is missing in this cell",
        hint: `write it as the sheet says: ${p.expected}`,
    }),
    "request.form.stray": (p) => ({
        message: `"${p.found}" stands outside the fill-in column and was not read`,
        hint: "put what is needed into a yellow cell",
    }),
    "request.form.no-group": () => ({
        message: "the data groups are answered with no only, none with yes",
        hint: "answer yes where data are wanted; all blank asks for every group",
    }),
    "request.form.notice-answered-no": () => ({
        message: "the answer is that notice need not be withheld, yet a date or reason is given",
        hint: "answer yes, or clear date and reasons",
    }),
    "request.form.csv": () => ({
        message: "a CSV file, in which numbers and dates may have been changed; it can not be read",
        hint: "give the officer.xlsx itself; save as .xlsx",
    }),
    "request.form.renamed": () => ({
        message: "the file is an xlsx workbook under another extension; it was read as one",
        hint: "give it the extension .xlsx again",
    }),
}
