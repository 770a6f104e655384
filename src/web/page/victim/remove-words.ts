import type { Words } from "../../../base/lang.ts"
import { pair } from "../state.ts"

/** Words on taking files out of a case. */

export const REMOVE_FILE = pair("误放的文件：从材料中移除", "Added by mistake: take it out")
export const REMOVE_TEXT = pair(
    "移除以后，这份材料里不再有这个文件，它的登记、说明、遮盖和缩略图一并去掉，编号不再给别的文件。只是不想给别人看的，不用移除，在“给谁看”中选“都不给”。",
    "Then this case holds the file no more; its record, description, masks and thumbnail go with it, and its label is given to no other file. To show it to nobody it need not be taken out: choose nobody under who gets it.",
)
export const CITED = (count: number): Words =>
    pair(
        `您的回答里有 ${String(count)} 处引用它（证据编号、对导出文件的说明、选用的行），一并去掉；文字里提到它的，请自己改。`,
        `${String(count)} of your answers refer to it (evidence labels, what is said of an export, chosen rows) and go with it; where words speak of it, change them yourself.`,
    )
export const STAYS = pair(
    "移除只管这个页面里的这份材料，什么也不上传。够不到的，请自己处理：您电脑、手机上的原文件（仍是证据的，请留着），以前保存的工作文件，以前做好或者已经交出去的材料包。",
    "This concerns the case in this page alone; nothing is uploaded. What it cannot reach is yours to deal with: the original on your computer or phone (keep it if it is evidence after all), working files saved before, packets made or handed over before.",
)
export const KEPT_HERE = pair(
    "浏览器里自动保存的那一份，随后跟着更新。",
    "What is kept in this browser is renewed in a moment.",
)
export const REMOVE = pair("移除这个文件", "Take this file out")
export const REMOVE_SEVERAL = (count: number): Words =>
    pair(`把勾选的 ${String(count)} 件从材料中移除`, `Take the ${String(count)} ticked out of the case`)
export const SURE = (names: string): Words =>
    pair(`确定从这份材料中移除 ${names} 吗？`, `Take ${names} out of this case?`)
export const REMOVED = (names: string): Words =>
    pair(
        `已移除 ${names}。以前保存的工作文件、做好的材料包里可能还有，请自己处理；这份工作文件请重新保存。`,
        `${names} was taken out. Working files and packets made before may still hold it: that is yours to deal with. Save the working file anew.`,
    )
export const REMOVED_ENTRIES = (names: string): Words =>
    pair(`已删除：${names}。按错了的，现在就可以放回去。`, `Removed: ${names}. If that was a slip, put it back now.`)
export const PUT_BACK = pair("撤销，放回去", "Undo: put it back")
export const NO_FILE = pair("这份材料里没有这个文件", "There is no such file in this case")
export const LEAVE_OUT = pair("不要，从材料中拿掉", "Leave out of the case")
