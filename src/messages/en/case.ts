import type { CaseIssues } from "../../base/issues/case.ts"
import type { Messages } from "../message.ts"

const KINDS: Readonly<Record<string, string>> = {
    text: "text",
    list: 'a list (each line begins with "- ")',
    mapping: "fields of its own, one in each line, indented by two blanks",
    time: "a time, for example 2023-03-21 01:49 +08:00",
    date: "a date, for example 2023-03-21",
    number: "a number, for example 1234.5",
    "[…]": "a list",
    "{…}": "fields",
}
const choices = (codes: string): string => codes.split(" | ").join(", ")
const kind = (code: string): string => KINDS[code] ?? choices(code)
/** What was written: quoted, or named where it is no text. */
const written = (found: string): string => KINDS[found] ?? `"${found}"`
const clear =
    "if it is no secret, add a line notASecret: true beside it; a text that stands alone is written {text: …, notASecret: true}"

/** What the reader of YAML stumbled over, as a person sees it. */
const SYNTAX: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: "the same field stands twice; keep one of them",
    BAD_INDENT: "this line is not indented like those above, or a bracket above is not closed",
    BLOCK_AS_IMPLICIT_KEY:
        'this line has ": " twice, or the next one is indented too far; put texts with a colon into double quotes',
    MULTILINE_IMPLICIT_KEY: 'this line does not look like "field: content"; a blank may be missing behind the colon',
    MISSING_CHAR: "up to here a quote or bracket is not closed, or a colon is missing",
    BAD_SCALAR_START: "the text begins with a sign such as @ or %; put it into double quotes",
    TAB_AS_INDENT: "tabs are used as indentation; use blanks",
    MULTIPLE_DOCS: 'the file has a dividing line "---"; remove it',
    TAG_RESOLVE_FAILED: "the text begins with an exclamation mark; put it into double quotes",
    RESOURCE_EXHAUSTION: "brackets are nested too deeply",
}

/** Why a file that a program wrote is not read. */
const JSON_FAULT: Readonly<Record<CaseIssues["input.json.unreadable"]["reason"], string>> = {
    large: "the file is too large to be read (over 32 MB)",
    encoding: "the file is not UTF-8 text",
    syntax: "the file is not complete JSON",
    depth: "brackets in the file are nested too deeply",
    form: "the file is not as the program writes it: a field stands twice, or order or blanks were changed",
}

export const caseIssues: Messages<CaseIssues> = {
    "input.file.encoding": () => ({
        message: "the file is neither UTF-8 nor GBK text",
        hint: "open it in an editor and save it as UTF-8",
    }),
    "input.file.mended-bom": () => ({ message: "the file begins with a byte order mark; read without it" }),
    "input.file.mended-gb18030": () => ({
        message: "the file is in GBK (ANSI); read as GB18030",
        hint: "better save it as UTF-8",
    }),
    "input.file.mended-full-width-colon": () => ({
        message: "full-width colons or letters in field names were read as ASCII",
    }),
    "input.file.mended-tab": () => ({ message: "tabs in the indentation were read as two blanks each" }),
    "input.yaml.syntax": (p) => ({
        message: SYNTAX[p.reason] ?? `from character ${String(p.column)} on it can not be read (${p.reason})`,
        ...(SYNTAX[p.reason] === undefined
            ? {
                  hint: "usual causes: uneven indentation, no blank after a colon, text that begins with [ { * & % @ and is not quoted",
              }
            : {}),
    }),
    "input.yaml.alias": () => ({ message: "the file uses YAML aliases (&, *)", hint: "write the content out" }),
    "input.json.unreadable": (p) => ({
        message: JSON_FAULT[p.reason],
        hint: "a program writes this file and nobody edits it: use the original, or ask for it again",
    }),
    "input.format.newer": (p) => ({
        message: `written by a newer lerpack (format ${p.found}); this one knows ${p.known}`,
        hint: "a newer version of the program is needed",
    }),
    "input.field.unknown": (p) => ({
        message: `there is no field ${p.field}`,
        hint: p.proposed
            ? `did you mean ${p.proposed}?`
            : "remove it, or move its content to narrative or privateNotes",
    }),
    "input.field.missing": (p) => ({ message: `required and not given (expected: ${kind(p.expected)})` }),
    "input.field.empty": () => ({ message: "nothing but blanks", hint: "fill it in, or remove it" }),
    "input.list.empty": () => ({ message: "at least one entry is needed" }),
    "input.value.kind": (p) => ({ message: `found ${written(p.found)}, expected ${kind(p.expected)}` }),
    "input.value.not-allowed": (p) => ({
        message: `found ${written(p.found)}, expected one of: ${choices(p.expected)}`,
    }),
    "input.date.format": (p) => ({ message: `${p.found} can not be read as a date`, hint: "write 2023-03-21" }),
    "input.time.format": (p) => ({
        message: `${p.found} can not be read as a time`,
        hint: "write 2023-03-21 01:49:08 +08:00, with 24 hours",
    }),
    "input.time.impossible": (p) => ({ message: `the time ${p.found} does not exist`, hint: "check date and clock" }),
    "input.time.zone-missing": (p) => ({
        message: `the time ${p.found} has no time zone`,
        hint: "add +08:00 for Beijing time, Z for the UTC times of an export; if it can not be known write {at: …, zone: unknown}",
    }),
    "input.time.zone-unreadable": (p) => ({
        message: `the zone of ${p.found} can not be read`,
        hint: "use +08:00 or Z",
    }),
    "input.asset.format": (p) => ({
        message: `${p.found} is no asset code`,
        hint: "use capital letters, for example BTC, USDT, CNY",
    }),
    "input.decimal.format": (p) => ({
        message: `${p.found} is no plain number`,
        hint: "digits and a point only, for example 22939.6",
    }),
    "input.identifier.characters": (p) => ({
        message: `${p.found} holds blanks, non-ASCII or invisible characters`,
        hint: "copy it from the export file, do not type it",
    }),
    "input.memo.format": (p) => ({
        message: `${p.found} is no memo or destination tag: digits or letters, also - and _, at most 64`,
        hint: "copy it from the withdrawal record or a block explorer; where there is none, leave the field out",
    }),
    "input.url.format": (p) => ({
        message: `${p.found} is no complete address`,
        hint: "look for blanks, backslashes and broken % escapes",
    }),
    "input.email.format": (p) => ({ message: `${p.found} is no e-mail address` }),
    "input.ip.format": (p) => ({ message: `${p.found} is no IP address` }),
    "input.phone.format": (p) => ({
        message: `${p.found} is no telephone number`,
        hint: "digits, blanks, hyphens and a leading + only",
    }),
    "input.label.format": (p) => ({
        message: `${p.found} is no evidence label`,
        hint: "labels look like E001 or X01, see 证据说明.xlsx",
    }),
    "input.secret.field": (p) => ({
        message: `the field ${p.field} seems to be meant for a password or key`,
        hint: "passwords, API secrets and seed phrases must not be in a case file; remove it and revoke what leaked",
    }),
    "input.secret.seed-phrase": () => ({
        message: "holds a seed phrase (12 to 24 words with a valid checksum)",
        hint: `remove it now; ${clear}`,
    }),
    "input.secret.api-secret": () => ({
        message: "holds what looks like an API key or secret (64 letters and digits of mixed case)",
        hint: `remove it now; ${clear}`,
    }),
    "input.secret.private-key-block": () => ({ message: "holds a private key block", hint: "remove it now" }),
    "input.text.surrogate": () => ({
        message: "holds a broken character (a lone surrogate)",
        hint: "type that place anew",
    }),
    "input.text.invisible": (p) => ({
        message: `holds the invisible control ${p.codePoint}; documents will show ⟦${p.codePoint}⟧`,
        hint: "remove it unless the original has it",
    }),
    "input.text.look-alike": (p) => ({
        message: `“${p.found}” (${p.codePoint}) is a radical or compatibility form; kept as it is`,
        hint: `usually damage from copying out of a PDF; put “${p.proposed}” if that is meant`,
    }),
    "case.ref.format": (p) => ({
        message: `${p.found} can not serve as reference`,
        hint: "4 to 24 capital letters, digits and hyphens, for example LX-2023-0321",
    }),
    "case.account.identifier-missing": () => ({
        message: "give uid or registeredEmail, at least one: the exchange finds the account by it",
    }),
    "case.time.zone-unknown": (p) => ({
        message: `${p.found} has no time zone; documents will say so`,
        hint: "add it if it can be found out",
    }),
    "case.time.order": (p) => ({
        message: `the order of these two times is unusual, please check: ${p.first} (${p.other}) and ${p.second}`,
    }),
    "case.credit-code.form": (p) => ({
        message: `${p.found} does not look like an 18-character unified social credit code`,
        hint: "compare it with the public register",
    }),
    "case.credit-code.check-character": (p) => ({
        message: `the check character of ${p.found} should be ${p.expected} by GB 32100`,
        hint: "compare it with the public register; a few issued codes fail, keep it if it is right",
    }),
    "case.order.twice": (p) => ({
        message: `order id ${p.found} equals ${p.other} or differs in letter case only, please check`,
    }),
    "case.position.police": (p) => ({
        message: `what "${p.party}" said enters no document: the officers know it, and it may concern internal police matters`,
        hint: "move it to privateNotes to keep it for yourself",
    }),
    "case.recipient.other-platform": (p) => ({
        message: `the account is at "${p.platform}", the recipient is "${p.recipient}"; please check who is to be asked`,
        hint: "the field recipient decides; lerpack recipients lists what can be put there",
    }),
    "case.evidence.unknown-label": (p) => ({
        message: `${p.label} is cited but not registered`,
        hint: "put the file into evidence or exports and run lerpack import, or correct the label",
    }),
}
