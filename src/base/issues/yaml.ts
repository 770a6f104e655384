type None = Readonly<Record<string, never>>

/** Findings about the text of files that people write, before what it says is looked at. */
export interface YamlIssues {
    "input.file.encoding": None
    "input.file.too-large": { size: number; most: number }
    "input.file.too-many": { count: number; most: number }
    "input.text.too-long": { length: number; most: number }
    "input.file.mended-bom": None
    "input.file.mended-gb18030": None
    "input.file.mended-full-width-colon": None
    "input.file.mended-tab": None
    "input.file.mended-wide-blank": None
    /** `found` are the signs at fault, `proposed` the line as it should be; empty where there is nothing to say. */
    "input.yaml.syntax": { line: number; column: number; reason: YamlFault; found: string; proposed: string }
    "input.yaml.alias": { found: string; proposed: string }
    /** Text behind `#` in the line of a value. */
    "input.yaml.comment": { lost: string; proposed: string }
    "input.yaml.escape": { found: string }
    "input.yaml.empty-block": { found: string }
    /** Full-width quotes or brackets where ASCII ones may be meant. */
    "input.yaml.wide-sign": { found: string; sign: string }
    "input.yaml.number-comma": { found: string; proposed: string }
    /** `belongs`: the mappings that have such a field, with ` | ` between them; `.` is the outermost. */
    "input.field.unknown": { field: string; proposed: string; belongs: string }
}

/** What keeps a YAML text from being read. */
export type YamlFault =
    | "sign"
    | "after-quote"
    | "open-quote"
    | "open-bracket"
    | "full-width"
    | "flow"
    | "escape"
    | "colon"
    | "no-colon"
    | "no-blank"
    | "indent"
    | "indent-below"
    | "tab"
    | "twice"
    | "dashes"
    | "deep"

declare module "../issue.ts" {
    interface IssueParams extends YamlIssues {}
}
