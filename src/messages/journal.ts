import type { JournalIssues, Named } from "../base/issues/journal.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, wordsOf } from "./message.ts"

/** `--reply-by` of `replyBy`, as it is typed. */
const typed = (field: string): string => `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** `--unit（接收单位）、--by（经办人）`: ids as they are typed, each with what it is called. */
function list(all: readonly Named[], print = (id: string): string => id): Words {
    return {
        "zh-CN": all.map(({ id, words }) => `${print(id)}（${words["zh-CN"]}）`).join("、"),
        en: all.map(({ id, words }) => `${print(id)} (${words.en})`).join(", "),
    }
}

/** What a value should have been, by the kind of its field. */
const EXPECTED: Readonly<Record<string, Words>> = {
    text: { "zh-CN": "一行文字，不超过 300 字", en: "one line of text, at most 300 characters" },
    visible: {
        "zh-CN": "看得见的文字；其中有看不见的控制字符，请重新输入",
        en: "visible text; it holds a character that is not seen, so type it again",
    },
    secret: {
        "zh-CN": "不含密码、密钥、助记词的文字",
        en: "text without passwords, keys or recovery phrases",
    },
    day: { "zh-CN": "日期，例如 2026-11-30", en: "a day, for example 2026-11-30" },
    count: { "zh-CN": "1 以上的整数", en: "a whole number, 1 or more" },
    code: { "zh-CN": "核对码，八组、每组四位", en: "a check code, eight groups of four" },
    recipient: {
        "zh-CN": "收件方编号，小写字母和数字，用 lerpack recipients 可以列出",
        en: "the id of a recipient, which lerpack recipients lists",
    },
}
const expected = (what: JournalIssues["journal.field.value"]["expected"]): Words =>
    typeof what === "string" ? wordsOf(EXPECTED, what) : list(what)

export const journalIssues: Messages<keyof JournalIssues> = {
    "journal.file.none": ({ folder }) => ({
        "zh-CN": {
            message: `${folder} 中还没有办理台账`,
            hint: "记第一条（journal add）时建立，第一行写入材料包的编号和核对码；旁边没有材料包或者不止一个的，用 --draft 指明",
        },
        en: {
            message: `${folder} holds no journal yet`,
            hint: "the first entry (journal add) begins one, with reference and check code of the draft; where none, or more than one, lies beside it, name it with --draft",
        },
    }),
    "journal.file.several": ({ folder, names }) => ({
        "zh-CN": { message: `${folder} 中有几份台账：${names}`, hint: "请直接写出台账文件的路径" },
        en: { message: `${folder} holds several journals: ${names}`, hint: "name the file itself" },
    }),
    "journal.file.not-journal": ({ file }) => ({
        "zh-CN": {
            message: `${file} 中没有一行是办理台账的条目`,
            hint: "请核对路径；台账的文件名是 <编号>-journal.jsonl",
        },
        en: { message: `no line of ${file} is an entry of a journal`, hint: "a journal is called <ref>-journal.jsonl" },
    }),
    "journal.file.name": ({ file }) => ({
        "zh-CN": { message: `${file} 不是台账的文件名`, hint: "请写一个已有的文件夹，或者以 .jsonl 结尾的文件名" },
        en: {
            message: `${file} is no name of a journal`,
            hint: "name a folder that is there, or a file ending in .jsonl",
        },
    }),
    "journal.file.busy": ({ file }) => ({
        "zh-CN": {
            message: `另一个程序正在写 ${file}`,
            hint: "请稍候再试；确认没有其他窗口在运行的，删除旁边以 .lock 结尾的文件",
        },
        en: {
            message: `another run is writing into ${file}`,
            hint: "try again; if nothing else is running, delete the file beside it that ends in .lock",
        },
    }),
    "journal.file.broken": ({ file }) => ({
        "zh-CN": {
            message: `${file} 的前后各行对不上，没有追加`,
            hint: "请原样保留这个文件，找出未改动的副本；没有的，改名保存，另建一份台账，并在备注中写明原因",
        },
        en: {
            message: `the chain of ${file} does not hold, so nothing was added`,
            hint: "keep the file as it is and look for a copy that was not changed; without one, keep it under another name, begin a new journal and say why in a note",
        },
    }),
    "journal.file.resaved": ({ entries }) => ({
        "zh-CN": {
            message: `台账被别的程序另存过：编码、换行或者末尾空行变了；按原来的写法还原后各行前后相符，共 ${String(entries)} 条`,
            hint: "请改用没有另存过的副本；没有的，用可以选择编码和换行的编辑器存成 UTF-8（无 BOM）、换行 LF、末尾没有空行，再核对。查看台账请用 journal show，不要用记事本保存",
        },
        en: {
            message: `an editor saved the journal with another encoding, other line ends or blank lines at its end; as the program writes that text, the chain holds (entries: ${String(entries)})`,
            hint: "use a copy that was not saved again; without one, save it as UTF-8 without a mark, with LF line ends and no blank line at the end, and verify it. Look at it with journal show, not in an editor",
        },
    }),
    "journal.file.other-case": ({ file, own, other }) => ({
        "zh-CN": {
            message: `${file} 是 ${own} 的台账，不是 ${other} 的`,
            hint: "请核对台账和材料包；报案人重新生成了材料包的，另建一份台账",
        },
        en: {
            message: `${file} is the journal of ${own}, not of ${other}`,
            hint: "check journal and draft; where the draft was built anew, begin a new journal",
        },
    }),
    "journal.file.identity": ({ file }) => ({
        "zh-CN": {
            message: `${file} 是证件图像，台账不记它的校验值`,
            hint: "证件图像发送后要删除，只在备注中写明提供了几张、给谁",
        },
        en: {
            message: `${file} is an image of a police ID, of which the journal keeps no hash`,
            hint: "such images are deleted after sending; say in a note how many were provided and to whom",
        },
    }),
    "journal.draft.broken": ({ file }) => ({
        "zh-CN": { message: `${file} 核对不符，不能据以建立台账`, hint: "请向移交的人重新索取材料包" },
        en: { message: `${file} does not verify, so no journal is begun from it`, hint: "ask for the draft again" },
    }),
    "journal.line.unreadable": ({ line }) => ({
        "zh-CN": { message: `第 ${String(line)} 行不是台账条目，或者被改动过`, hint: "请与未改动的副本对照" },
        en: {
            message: `line ${String(line)} is no entry, or was changed`,
            hint: "compare with a copy that was not changed",
        },
    }),
    "journal.line.torn": ({ line }) => ({
        "zh-CN": { message: `第 ${String(line)} 行是一次中断的写入，原样保留；后面的条目已把它计入，没有被改动` },
        en: {
            message: `line ${String(line)} is an append that was cut off; it is kept, and the entry behind it covers it`,
        },
    }),
    "journal.line.order": ({ line, found, expected: due }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行的序号是 ${String(found)}，应为 ${String(due)}：有条目被删除、插入或者调换`,
            hint: "请与未改动的副本对照",
        },
        en: {
            message: `line ${String(line)} has number ${String(found)} where ${String(due)} is due: an entry was removed, put in or moved`,
            hint: "compare with a copy that was not changed",
        },
    }),
    "journal.line.chain": ({ line }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行与它前面的内容对不上：前面的内容在写入之后被改动、移动或者删除`,
            hint: "请与未改动的副本对照",
        },
        en: {
            message: `line ${String(line)} does not agree with what stands before it: that was changed, moved or removed since`,
            hint: "compare with a copy that was not changed",
        },
    }),
    "journal.line.twice": ({ line, taken }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行与第 ${String(taken)} 条一字不差：同一条写了两次`,
            hint: "请与未改动的副本对照，以没有重复的那一份为准；这一份原样保存",
        },
        en: {
            message: `line ${String(line)} is entry ${String(taken)} once more, sign for sign`,
            hint: "compare with an unchanged copy and go on with the one that has it once; keep this one as it is",
        },
    }),
    "journal.line.fork": ({ line, after, taken }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行接在第 ${String(after)} 条之后，而那里已经有第 ${String(taken)} 条：同一份台账的两个副本各自追加过，又拼在一起`,
            hint: "以一份副本为准，把另一份多出的条目用 journal add 补记，--at 写当时的时间；另一份原样保存",
        },
        en: {
            message: `line ${String(line)} follows entry ${String(after)}, behind which entry ${String(taken)} stands already: two copies of the journal went on by themselves and were joined`,
            hint: "go on with one copy and record in it what the other has more, with journal add and the time as --at; keep the other as it is",
        },
    }),
    "journal.line.head": ({ line }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行又写了编号和核对码，只有第一行可以写：两份台账被拼在一起`,
            hint: "请与未改动的副本对照",
        },
        en: {
            message: `line ${String(line)} names reference and check code again, which only a first line does: two journals were joined`,
            hint: "compare with a copy that was not changed",
        },
    }),
    "journal.line.clock": ({ line, at }) => ({
        "zh-CN": {
            message: `第 ${String(line)} 行的记录时间 ${at} 早于前面的条目`,
            hint: "可能是电脑的时钟往回调过，请核对",
        },
        en: {
            message: `line ${String(line)} was written down at ${at}, before an entry above it`,
            hint: "the clock of the machine may have been set back; please check",
        },
    }),
    "journal.tail.torn": ({ line }) => ({
        "zh-CN": {
            message: `末行（第 ${String(line)} 行）没有写完：上次写入时中断`,
            hint: "不必处理；这一行原样保留，下一次追加另起一行。请核对那一次要记的事是否需要补记",
        },
        en: {
            message: `the last line (${String(line)}) was not written to its end: an append was cut off`,
            hint: "leave it; it is kept, and the next append begins a new line. See whether what it was about has to be recorded again",
        },
    }),
    "journal.tail.unended": () => ({
        "zh-CN": {
            message: "末行缺少行末的换行，内容完整，已计入",
            hint: "可能被别的程序保存过；下一次追加时补上",
        },
        en: {
            message: "the last line lacks its line end; it is whole and counted",
            hint: "another program may have saved it; the next append adds the line end",
        },
    }),
    "journal.code.malformed": ({ found }) => ({
        "zh-CN": { message: `“${found}”不是末行码`, hint: "末行码是 32 位，八组、每组四位，0 至 9、a 至 f" },
        en: { message: `"${found}" is no end code`, hint: "an end code has 32 digits, 0 to 9 and a to f" },
    }),
    "journal.code.different": ({ found, entries }) => ({
        "zh-CN": {
            message: `末行码 ${found} 与 ${String(entries)} 个条目中的任何一个都不符：最后一条被改动、台账末尾被截去，或者整份重写过；也可能抄错`,
            hint: "请再抄一次；仍不符的，与抄下末行码时的副本对照",
        },
        en: {
            message: `the end code ${found} is that of no entry (there are ${String(entries)}): the last one was changed, the end was cut off, or the whole was written anew; or the code was copied wrongly`,
            hint: "copy it once more; if it still differs, compare with a copy of the time when the code was noted",
        },
    }),
    "journal.code.earlier": ({ n, later }) => ({
        "zh-CN": {
            message: `末行码是第 ${String(n)} 条写入后的，到那一条为止没有变动；以后又追加了 ${String(later)} 条`,
        },
        en: {
            message: `the end code is that behind entry ${String(n)}, up to which nothing changed; ${String(later)} were added since`,
        },
    }),
    "journal.act.unknown": ({ found, expected: acts }) => ({
        "zh-CN": {
            message: found === "" ? "没有写明记什么事" : `没有“${found}”这一事项`,
            hint: `可以写：${list(acts)["zh-CN"]}`,
        },
        en: {
            message: found === "" ? "no act is named" : `there is no act "${found}"`,
            hint: `one of: ${list(acts).en}`,
        },
    }),
    "journal.act.needs": ({ act, needs, no }) => ({
        "zh-CN": {
            message: `第 ${no} 次请求还没有记${needs.map(({ words }) => `“${words["zh-CN"]}”`).join("或者")}，不能先记“${act.words["zh-CN"]}”`,
            hint: "请先补记前一事项，用 --at 写明它的时间；是另一次请求的，用 --no 写明第几次",
        },
        en: {
            message: `request ${no} has no ${needs.map(({ id }) => `"${id}"`).join(" or ")} recorded, so "${act.id}" cannot stand before it`,
            hint: "record that first, with its time as --at; name another request with --no",
        },
    }),
    "journal.act.closed": ({ act, n }) => ({
        "zh-CN": {
            message: `第 ${String(n)} 条已记办结，不能再记“${act.words["zh-CN"]}”`,
            hint: `尚未办结的，先把第 ${String(n)} 条作废（事项 voided，--entry ${String(n)}），再记`,
        },
        en: {
            message: `entry ${String(n)} closed the matter, so "${act.id}" cannot follow`,
            hint: `if it goes on, void that entry first (act voided, --entry ${String(n)})`,
        },
    }),
    "journal.entry.unknown": ({ n }) => ({
        "zh-CN": { message: `没有第 ${n} 条，或者它已经作废`, hint: "请写要作废的条目的序号" },
        en: { message: `there is no entry ${n}, or it was voided before`, hint: "give the number of the entry" },
    }),
    "journal.field.missing": ({ act, field }) => ({
        "zh-CN": {
            message: `“${act.words["zh-CN"]}”要写明${field.words["zh-CN"]}（${typed(field.id)}）`,
            hint: `请补上 ${typed(field.id)}`,
        },
        en: { message: `"${act.id}" asks for ${typed(field.id)} (${field.words.en})`, hint: `add ${typed(field.id)}` },
    }),
    "journal.field.not-taken": ({ act, field, expected: fields }) => ({
        "zh-CN": {
            message: `“${act.words["zh-CN"]}”不记 ${typed(field)}`,
            hint: `可以写：${list(fields, typed)["zh-CN"]}`,
        },
        en: { message: `"${act.id}" takes no ${typed(field)}`, hint: `it takes ${list(fields, typed).en}` },
    }),
    "journal.field.value": ({ field, found, expected: what }) => ({
        "zh-CN": {
            message:
                what === "secret"
                    ? `${typed(field.id)} 中像是有密钥`
                    : `${typed(field.id)}（${field.words["zh-CN"]}）不能写“${found}”`,
            hint: `应为${expected(what)["zh-CN"]}`,
        },
        en: {
            message:
                what === "secret"
                    ? `${typed(field.id)} seems to hold a secret`
                    : `${typed(field.id)} (${field.words.en}) cannot be "${found}"`,
            hint: `expected: ${expected(what).en}`,
        },
    }),
    "journal.time.unread": ({ found }) => ({
        "zh-CN": {
            message: `--at 的时间“${found}”读不出来`,
            hint: '请写到分，并写明时区，例如 "2026-11-27 10:30 北京时间"',
        },
        en: {
            message: `the time "${found}" of --at is not understood`,
            hint: "give minutes and zone, for example 2026-11-27T10:30+08:00",
        },
    }),
    "journal.time.future": ({ at, recordedAt }) => ({
        "zh-CN": {
            message: `--at 的时间 ${at} 晚于现在（${recordedAt}）`,
            hint: "台账只记已经做了的事；请核对时间和本机时钟",
        },
        en: {
            message: `the time ${at} of --at is later than now (${recordedAt})`,
            hint: "a journal records what was done; check the time and this machine's clock",
        },
    }),
    "journal.day.unread": ({ found }) => ({
        "zh-CN": { message: `--on 的日期“${found}”读不出来`, hint: "请写成 2026-11-30" },
        en: { message: `the day "${found}" of --on is not understood`, hint: "write it as 2026-11-30" },
    }),
}
