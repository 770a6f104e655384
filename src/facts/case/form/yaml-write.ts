import { utf8 } from "../../../base/bytes.ts"
import { memberOf } from "../../../base/value.ts"
import { LISTS, type List, pathOf, QUESTIONS, type Question, SECTIONS, type Section, TABLES } from "./form.ts"
import { hintOf, offered, whenWords } from "./sheet-layout.ts"
import type { FormSetting } from "./workbook-write.ts"
import { scalar } from "./yaml-scalar.ts"
import { YAML_GUIDE } from "./yaml-words.data.ts"

/**
 * Prints `case.yaml`: every question with its note above it, and the answers that there are. Nothing is commented out: what
 * is left blank behind its colon was not answered. No flow style, and no note behind a value.
 *
 * @param answers - Of a case, settled; what the form has no question for is left out.
 */
export function printCaseYaml(answers: unknown, setting: FormSetting): Uint8Array {
    const printer = new Printer(setting)
    printer.mapping(answers, "", FIELDS, "")
    return utf8(`${[...YAML_GUIDE[setting.lang].split("\n").map(comment), ...printer.lines].join("\n")}\n`)
}

const FIELDS = QUESTIONS.map(({ field }) => field)

const comment = (text: string): string => `# ${text}`.trimEnd()

class Printer {
    readonly lines: string[] = []
    readonly #setting: FormSetting
    readonly #said = new Set<unknown>()

    constructor(setting: FormSetting) {
        this.#setting = setting
    }

    /** The members of a mapping, one line each or more; `prefix` is the name of the mapping with its dot. */
    mapping(value: unknown, prefix: string, fields: readonly string[], indent: string): void {
        const keys = [...new Set(fields.map((field) => /^[^.[]+/.exec(field.slice(prefix.length))?.[0] ?? ""))]
        for (const key of keys) {
            const name = prefix + key
            const own = fields.filter((field) => pathOf(field.slice(prefix.length))[0] === key)
            this.#member(memberOf(value, key), key, name, own, indent)
        }
        const mark = memberOf(value, "notASecret")
        if (typeof mark === "string") this.lines.push(`${indent}notASecret: ${scalar(mark, indent)}`)
    }

    #member(value: unknown, key: string, name: string, fields: readonly string[], indent: string): void {
        const [first = name] = fields
        this.#heading(first, name, indent)
        const question = QUESTIONS.find(({ field }) => field === name || field === `${name}[]`)
        if (question !== undefined) this.#notes(question, indent)
        if (question?.field === name || fields.every((field) => field === name)) {
            this.lines.push(`${indent}${key}:${typeof value === "string" ? ` ${scalar(value, indent)}` : ""}`)
            return
        }
        this.lines.push(`${indent}${key}:`)
        if (first.startsWith(`${name}[]`)) this.#list(value, `${name}[]`, fields, `${indent}  `, question)
        else this.mapping(value, `${name}.`, fields, `${indent}  `)
    }

    #list(value: unknown, name: string, fields: readonly string[], indent: string, question?: Question): void {
        const entries: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
        const given = entries.length > 0 ? entries : question?.kind === "labels" ? [] : [undefined]
        for (const entry of given) {
            if (typeof entry === "string") this.lines.push(`${indent}- ${scalar(entry, indent)}`)
            else if (question !== undefined && entry === undefined) this.lines.push(`${indent}-`)
            else this.#entry(entry, name, question === undefined ? fields : [`${name}.text`], indent)
        }
    }

    /** The first line of an entry stands behind its dash. */
    #entry(entry: unknown, name: string, fields: readonly string[], indent: string): void {
        const start = this.lines.length
        this.mapping(entry, `${name}.`, fields, `${indent}  `)
        const first = this.lines.findIndex((line, i) => i >= start && !/^\s*#/.test(line))
        const line = this.lines[first]
        if (line === undefined) return
        // Notes would come between the dash and what it leads.
        const notes = this.lines.splice(start, first - start).map((note) => indent + note.trimStart())
        this.lines.splice(start, 1, ...notes, `${indent}- ${line.slice(indent.length + 2)}`)
    }

    /** The title of the section or list that a field belongs to, where it begins. */
    #heading(field: string, name: string, indent: string): void {
        const home = homeOf(field, name)
        const { lang } = this.#setting
        const title = home?.title[lang]
        if (indent === "" && (title === undefined || this.#said.has(title)) && field !== name) this.lines.push("")
        if (home === undefined || this.#said.has(title)) return
        this.#said.add(title)
        const isList = "path" in home
        const table = TABLES.find(({ lists }) => lists.length === 1 && lists[0] === home)
        const guide = (isList ? (table?.guide ?? home.note) : home.note)?.[lang]
        const when = home.when === undefined ? "" : whenWords(home.when, lang)
        if (indent === "") this.lines.push("")
        this.lines.push(`${indent}# ---------- ${home.title[lang]} ----------`)
        for (const note of [guide ?? "", when]) if (note !== "") this.lines.push(indent + comment(note))
    }

    #notes(question: Question, indent: string): void {
        if (this.#said.has(question.field)) return
        this.#said.add(question.field)
        const { lang, desks } = this.#setting
        const words =
            question.kind === "desk" ? desks.map(({ id, name }) => `${id} ${name[lang]}`) : offered(question, lang)
        const zh = lang === "zh-CN"
        const example = question.example?.[lang] ?? ""
        const parts = [
            hintOf(question, lang),
            ...(words.length === 0 ? [] : [`${zh ? "可填：" : "choices: "}${words.join(zh ? "；" : "; ")}`]),
            ...(example === "" || words.length > 0 ? [] : [`${zh ? "例：" : "example: "}${example}`]),
        ].filter((part) => part !== "")
        const note = parts.join(zh ? "。" : ". ")
        this.lines.push(indent + comment(question.label[lang] + (note === "" ? "" : `${zh ? "：" : ": "}${note}`)))
    }
}

function homeOf(field: string, name: string): Section | List | undefined {
    const list = LISTS.find(({ path }) => path === name)
    if (list !== undefined) return list
    return SECTIONS.find(({ questions }) => questions.some((question) => question.field === field))
}
