import type { CaseIssues } from "../../base/issues/case.ts"
import type { Messages } from "../message.ts"

const KINDS: Readonly<Record<string, string>> = {
    text: "text",
    list: 'a list (each line begins with "- ")',
    mapping: "fields of its own, indented by two blanks",
}
const kind = (code: string): string => KINDS[code] ?? code
const clear = "if it is no secret, write the entry as {text: …, notASecret: true}"

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
        message: `line ${String(p.line)}, column ${String(p.column)} can not be read (${p.reason})`,
        hint: "usual causes: uneven indentation, no blank after a colon, a field twice, text that begins with [ { * & % @ and is not quoted",
    }),
    "input.yaml.alias": () => ({ message: "the file uses YAML aliases (&, *)", hint: "write the content out" }),
    "input.field.unknown": (p) => ({
        message: `there is no field ${p.field}`,
        hint: p.proposed
            ? `did you mean ${p.proposed}?`
            : "remove it, or move its content to narrative or privateNotes",
    }),
    "input.field.missing": (p) => ({ message: `required and not given (expected: ${kind(p.expected)})` }),
    "input.field.empty": () => ({ message: "nothing but blanks", hint: "fill it in, or remove it" }),
    "input.list.empty": () => ({ message: "at least one entry is needed" }),
    "input.value.kind": (p) => ({ message: `found ${p.found}, expected ${kind(p.expected)}` }),
    "input.value.not-allowed": (p) => ({ message: `found ${p.found}, expected one of: ${p.expected}` }),
    "input.time.format": (p) => ({
        message: `${p.found} can not be read as a time`,
        hint: "write 2023-03-21 01:49:08 +08:00",
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
    "case.evidence.unknown-label": (p) => ({
        message: `${p.label} is cited but not registered`,
        hint: "put the file into evidence or exports and run lerpack import, or correct the label",
    }),
}
