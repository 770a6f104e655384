import { pair } from "../state.ts"

/** Words of the journal's page. */

export const TITLE = pair("办理台账", "Journal")
export const WHAT = pair(
    "记下发送、受理编号、答复，看到期的事项，印一页《办理进度》。",
    "Record what was sent, ticket numbers and answers; see what is due; print one page.",
)
export const INTRO = pair(
    "台账是一个文件（<编号>-journal.jsonl），只能往后追加，改动会被发现。每记一条，请把整个文件重新存下来，覆盖原来的文件；程序不另存。",
    "The journal is one file (<ref>-journal.jsonl) that only grows; changes to it are found. Save the whole file again after each entry; the page keeps no copy.",
)
export const OPEN = pair("打开台账", "Open a journal")
export const OPEN_HINT = pair("以“-journal.jsonl”结尾的文件", "the file that ends in “-journal.jsonl”")
export const BEGIN = pair(
    "还没有台账的，先打开材料包，再在这里记第一条：台账的第一行写入它的编号和核对码。",
    "Without a journal, open the packet first and record the first entry here: its reference and check code go into the first line.",
)
export const ADD = pair("记一条", "Record")
export const ACT = pair("事项", "Act")
export const AT = pair("时间", "Time")
export const AT_HINT = pair(
    "不填就是现在；补记的，写到分，注明时区，例如 2026-11-27 10:30 北京时间",
    "blank for now; else with minutes and zone, for example 2026-11-27T10:30+08:00",
)
export const FILES = pair("有关文件（只记名称、大小和校验值）", "Files (their names, sizes and hashes alone)")
export const ADD_BUTTON = pair("记入台账", "Add to the journal")
export const SAVE = pair("保存台账", "Save the journal")
export const PRINT = pair("印《办理进度》", "Print 办理进度")
export const END_CODE = pair("末行码", "End code")
export const KEEP = pair(
    "请把末行码抄在卷内：最后一条被改、末尾被截去、整份重写，只有对照它才能发现。",
    "Note the end code on paper: that the end was cut off, or the whole written anew, is found by it alone.",
)
export const DUE = pair("期限", "Due dates")
export const NOTHING_DUE = pair("没有在计算的期限。", "No term runs.")
export const DONE = pair("已办事项", "What was done")
export const VOIDED = pair("（已作废）", " (voided)")
export const OPTIONAL = pair("（可以不填）", " (optional)")
export const CHOOSE = pair("请选择", "choose")
