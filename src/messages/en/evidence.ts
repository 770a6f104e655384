import type { EvidenceIssues } from "../../base/issues/evidence.ts"
import type { Messages } from "../message.ts"

const SAVE_AS_TEXT = "format the cell as text and type the content again"
const SHEET_HINT =
    "copy the label from the grey cells; if the sheet was sorted, restore a backup, or rename it and run lerpack import again"
const LOCK_HINT = "restore a backup; the program writes this file, do not edit it"

export const evidenceIssues: Messages<EvidenceIssues> = {
    "money.amount.empty": () => ({ message: "the amount is empty", hint: "write a number, for example 1234.5" }),
    "money.amount.malformed": ({ text }) => ({
        message: `"${text}" is not an amount`,
        hint: "write digits and a point only, for example 1234.5; the asset has its own field",
    }),
    "money.amount.ambiguous": ({ text }) => ({
        message: `the commas and points of "${text}" can be read in more than one way`,
        hint: "commas for thousands, a point for decimals: 1,234.5; or no commas",
    }),
    "money.amount.exponent": ({ text }) => ({
        message: `"${text}" is in scientific notation; its last digits may be lost`,
        hint: "copy all digits from the exchange's own export",
    }),
    "money.amount.signed": ({ text }) => ({
        message: `"${text}" has a sign, and this field takes a quantity`,
        hint: "remove the sign",
    }),
    "money.amount.too-precise": ({ text, asset, decimals, places }) => ({
        message: `"${text}" has ${String(places)} decimals, ${asset} has at most ${String(decimals)}`,
        hint: "compare number and asset with the exchange's export",
    }),
    "money.amount.respelled": ({ text, read }) => ({ message: `"${text}" was read as ${read}` }),

    "evidence.file.changed": ({ label, file, importedAt }) => ({
        message: `${label} (${file}) differs from what was recorded at ${importedAt}`,
        hint: "put the original file back; add the changed one under another name and run lerpack import once more; if the original is lost, choose 都不给 (nobody) for it",
    }),
    "evidence.file.missing": ({ label, file }) => ({
        message: `${label} (${file}) is recorded, but the file is gone`,
        hint: "put the file back; if it can not be found or is to be withheld, choose 都不给 (nobody) for it in 证据说明.xlsx; its record stays",
    }),
    "evidence.file.withdrawn": ({ label, file }) => ({
        message: `${label} (${file}) is recorded and gone; it is marked 都不给 (nobody) and enters no packet`,
        hint: "if it was deleted by mistake, put it back",
    }),
    "evidence.file.irregular": () => ({
        message: "a shortcut or link, not a file; it was not recorded",
        hint: "copy in the file that it points to, if it is needed",
    }),
    "evidence.file.renamed": ({ label, file, to }) => ({
        message: `${label} (${file}) was renamed or moved to ${to}`,
        hint: "give it its old name and place again",
    }),
    "evidence.file.not-imported": ({ file, folder }) => ({
        message: `${file} in ${folder} is not recorded yet`,
        hint: "run lerpack import to record it",
    }),
    "evidence.file.duplicate": ({ file, label, other }) => ({
        message: `${file} has the same content as ${label} (${other})`,
        hint: "check that it is the right file; choose 都不给 for the one that is not needed",
    }),
    "evidence.file.empty": ({ file }) => ({
        message: `${file} is empty`,
        hint: "copy or export it again and add it under another name",
    }),
    "evidence.file.extension": ({ file, mediaType }) => ({
        message: `the extension of ${file} does not fit its content, which is ${mediaType}; the packet names it by its content and records the original name`,
    }),
    "evidence.file.skipped": ({ file }) => ({
        message: `${file} was made by the operating system and is not recorded`,
    }),
    "evidence.name.invisible": ({ file }) => ({
        message: `the file name has invisible characters: ${file}`,
        hint: "leave it if it came with this name; the list shows the characters",
    }),
    "evidence.name.twice": ({ file }) => ({
        message: `two files have names that look the same: ${file}`,
        hint: "rename one of them",
    }),
    "evidence.name.undecodable": ({ file }) => ({
        message: `the file name can not be read: ${file}`,
        hint: "rename the file",
    }),
    "evidence.lock.unreadable": () => ({ message: "the record of evidence can not be read", hint: LOCK_HINT }),
    "evidence.lock.version": ({ version }) => ({
        message: `the record of evidence has version ${version}, which this program does not know`,
        hint: "use the version of the program that wrote it, or a later one",
    }),
    "evidence.lock.field": ({ field }) => ({
        message: `${field} in the record of evidence is not as the program writes it`,
        hint: LOCK_HINT,
    }),
    "evidence.lock.twice": ({ label, file }) => ({
        message: `${label} (${file}) is recorded twice`,
        hint: LOCK_HINT,
    }),
    "evidence.record.differs": ({ label, field, recorded, actual }) => ({
        message: `${field} of ${label} is recorded as ${recorded} and is ${actual}`,
        hint: "record and file do not agree, so the packet can not be used: ask for one that is built anew",
    }),
    "evidence.record.mask": ({ label }) => ({
        message: `${label} has places to be masked without a masked copy, or a copy without places`,
        hint: "which of the two is meant is not known: ask for a packet that is built anew",
    }),
    "evidence.record.twice": ({ label }) => ({
        message: `the label ${label} is recorded twice`,
        hint: "one label is one file: ask for a packet that is built anew",
    }),
    "evidence.record.no-file": ({ label }) => ({
        message: `${label} is recorded, but its file is not in the packet`,
        hint: "ask for a packet that is built anew",
    }),
    "evidence.record.unnamed": () => ({
        message: "this file is in the packet, but not in its record of evidence",
        hint: "nothing is known of it: ask for a packet that is built anew",
    }),
    "evidence.description.columns": ({ missing }) => ({
        message: missing === "" ? "the sheet has no heading row" : `the sheet lacks these columns: ${missing}`,
        hint: "keep the heading row; or rename the sheet, run lerpack import for a new one and copy the answers",
    }),
    "evidence.description.extra-column": ({ cell }) => ({
        message: `${cell} is outside the table and would not be kept`,
        hint: "move it into the column 说明, or delete it",
    }),
    "evidence.description.unknown-label": ({ cell, label }) => ({
        message:
            label === ""
                ? `${cell} has no label, so it is unknown which file the row describes`
                : `the label ${label}${cell === "" ? "" : ` in ${cell}`} is not recorded`,
        hint: SHEET_HINT,
    }),
    "evidence.description.twice": ({ cell, label }) => ({
        message: `${cell}: the label ${label} occurs twice`,
        hint: "make one row of the two",
    }),
    "evidence.description.row-missing": ({ label }) => ({
        message: `${label} has no row; it is taken as for the police only, without a description`,
        hint: "run lerpack import to add the row",
    }),
    "evidence.description.row-mixed": ({ cell, label }) => ({
        message: `${cell}: file name or SHA-256 in the row of ${label} are another file's; descriptions may have slipped`,
        hint: SHEET_HINT,
    }),
    "evidence.description.others-data": ({ cell }) => ({
        message: `${cell} takes 是 or 否 only`,
        hint: "choose from the list",
    }),
    "evidence.description.share": ({ cell }) => ({
        message: `${cell} is none of the choices of 给谁看`,
        hint: "choose from the list",
    }),
    "evidence.description.recipient-unstated": ({ cell, label }) => ({
        message: `${cell}: ${label} is released to the recipient without the statement that it holds no other person's data`,
        hint: "answer 否 if it holds none; otherwise say in the sheet 遮盖 what to black out, or choose 只给民警",
    }),
    "evidence.description.caption-missing": ({ label }) => ({
        message: `${label} is a picture without a description in Chinese`,
        hint: "write what it shows; give the meaning of foreign text in Chinese",
    }),
    "evidence.description.source-missing": ({ label }) => ({
        message: `${label} has no source`,
        hint: "for example: screenshot of my phone, export from the web site, mail from support",
    }),

    "office.file.not-xlsx": () => ({ message: "not an xlsx spreadsheet", hint: "save it as .xlsx" }),
    "office.file.old-format": () => ({
        message: "an old .xls file, or protected by a password",
        hint: "remove the password and save it as .xlsx",
    }),
    "office.file.damaged": () => ({
        message: "the spreadsheet is damaged",
        hint: "open it in a spreadsheet program and save it as a new .xlsx",
    }),
    "office.file.too-large": () => ({
        message: "the spreadsheet is too large when unpacked and was not read",
        hint: "keep only the sheets that are needed, or split the file",
    }),
    "office.text.unprintable": ({ cell }) => ({
        message: `${cell} has characters that a spreadsheet can not hold`,
        hint: "remove them",
    }),
    "office.text.too-long": ({ cell, length, limit }) => ({
        message: `${cell} has ${String(length)} characters, a cell holds ${String(limit)}`,
        hint: "shorten it, or add it to evidence as a file",
    }),
    "office.cell.date": ({ cell, stored }) => ({
        message: `${cell} was turned into a date (stored as ${stored}); what was typed is no longer known`,
        hint: SAVE_AS_TEXT,
    }),
    "office.cell.number": ({ cell, stored }) => ({
        message: `${cell} was stored as a number (${stored}); its last digits may have changed`,
        hint: SAVE_AS_TEXT,
    }),
    "office.cell.formula": ({ cell }) => ({ message: `${cell} is a formula, not text`, hint: SAVE_AS_TEXT }),
    "office.cell.no-text": ({ cell, stored }) => ({ message: `${cell} is not text (${stored})`, hint: SAVE_AS_TEXT }),

    "mail.to.missing": () => ({ message: "the mail has no address", hint: "give the recipient's mail address" }),
    "mail.to.malformed": () => ({
        message: "not a complete mail address",
        hint: "write the address alone, for example case@recipient.example, without name or angle brackets",
    }),
    "mail.subject.line-break": () => ({ message: "the subject has a line break", hint: "remove it" }),
    "mail.subject.not-ascii": () => ({
        message: "the subject takes ASCII letters, digits and punctuation only",
        hint: "write it in English or pinyin",
    }),
    "mail.subject.length": ({ limit }) => ({
        message: `the subject is empty or longer than ${String(limit)} characters`,
        hint: "write one short line",
    }),
    "mail.date.malformed": () => ({
        message: "the date is no time with a zone",
        hint: "for example 2026-11-21T09:00:00+08:00",
    }),
    "mail.body.unprintable": () => ({ message: "the text has control characters", hint: "remove them" }),
    "mail.attachment.name": () => ({
        message: "an attachment's name takes letters, digits and . _ - only, at most 64 characters",
        hint: "use a short English name",
    }),
    "mail.attachment.twice": ({ name }) => ({
        message: `two attachments are called ${name}`,
        hint: "rename one of them",
    }),
    "mail.attachment.type": () => ({
        message: "an attachment's type is malformed",
        hint: "for example application/pdf",
    }),
}
