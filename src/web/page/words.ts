import type { Severity } from "../../base/issue.ts"
import type { Words } from "../../base/lang.ts"
import type { Phase } from "../given.ts"
import { pair } from "./state.ts"

/** Words that every door has. Those of one door stand in its own `words.ts`. */

export const PRODUCT = pair("lerpack 材料包", "lerpack packet")
export const LANGUAGE = pair("语言", "Language")
export const BACK = pair("返回", "Back")
export const HOME = pair("首页", "Home")
export const CONTINUE = pair("继续", "Continue")
export const SAVE = pair("保存", "Save")
export const REMOVE = pair("删除", "Remove")
export const CHOOSE_FILES = pair("选择文件", "Choose files")
export const CHOOSE_FOLDER = pair("选择文件夹", "Choose a folder")
export const OR_DROP = pair("也可以把文件或者文件夹拖到这里", "or drop files or a folder here")
export const DROP_UNREAD = pair(
    "拖进来的里面没有文件，或者读不出来，什么也没有添加。请用上面的按钮选择。",
    "What was dropped holds no file, or cannot be read; nothing was added. Use the buttons above.",
)
export const READ = (size: string): Words => pair(`已读取 ${size}`, `${size} read`)
export const STOP = pair("停止", "Stop")
export const SKIP = pair("跳到正文", "Skip to the content")
export const CODE = pair("代码", "code")
export const WHAT_TO_DO = pair("办法：", "What to do: ")
export const MORE_ALIKE = (count: number): Words =>
    pair(`同类的还有 ${String(count)} 处`, `${String(count)} more of this kind`)
export const MORE_FILES = (count: number): Words =>
    pair(`等，另有 ${String(count)} 个文件`, `and ${String(count)} more files`)
export const DOWNLOAD = pair("下载", "Download")
export const DOWNLOAD_ALL = pair("下载为一个 ZIP", "Download as one ZIP")
export const SAVE_FOLDER = pair("存入文件夹…", "Save into a folder…")
export const SAVED = (folder: string): Words => pair(`已存入“${folder}”。`, `Saved into “${folder}”.`)
export const HANDED_OUT = (name: string): Words =>
    pair(
        `“${name}”已交给浏览器下载。关掉页面以前，请到“下载”文件夹看一眼：没有的，是被拦住或者取消了，再按一次。`,
        `“${name}” was handed to the browser. Look into the folder of downloads before you close the page: if it is not there it was blocked or cancelled; press once more.`,
    )
export const EXISTS = (path: string): Words =>
    pair(
        `所选文件夹里已经有“${path}”，什么也没有写入。请另选一个文件夹。`,
        `“${path}” is already in that folder; nothing was written. Choose another folder.`,
    )
export const NOT_SAVED = (path: string, message: string): Words =>
    pair(
        `没有存完：“${path}”写不进去（${message}）。请删去那个文件夹里已经写入的，另选一个文件夹，或者下载为一个 ZIP。`,
        `Not all was saved: “${path}” could not be written (${message}). Delete what is in that folder, and choose another one or download one ZIP.`,
    )
export const PREVIEW = pair("预览", "Preview")
export const CLOSE = pair("关闭", "Close")
export const NEW_TAB = pair("在新标签页中打开", "Open in a new tab")
export const CUT = pair(
    "这个网页文件不完整（复制、下载时断了，或者是在浏览器里“另存为”得到的），不能用它做材料。请重新拷贝原来的 lerpack.html，再打开。",
    "This file is not whole (cut off while it was copied or downloaded, or saved out of a browser); nothing can be made with it. Copy the original lerpack.html again and open that.",
)
export const UNSAVED = pair("有未保存的内容", "Not saved yet")
export const LOADING = pair("正在载入字体…", "Loading fonts…")
export const WORKING = pair("正在处理…", "Working…")
export const FAILED = pair(
    "程序出错，没有写出任何文件。填写的内容还在；请保存工作文件，把下面一行和做法告诉开发者。",
    "The program failed; no file was written. What you entered is still here: save the working file, and tell the developers the line below and what you did.",
)
export const THERE_IS = (errors: number): Words =>
    pair(`有 ${String(errors)} 处须改正`, `There ${errors === 1 ? "is 1 problem" : `are ${String(errors)} problems`}`)

export const PHASES: Readonly<Record<Phase, Words>> = {
    reading: pair("正在读取和核对文件…", "Reading and checking files…"),
    documents: pair("正在排印文书…", "Setting the documents…"),
    packing: pair("正在打包…", "Packing…"),
    verifying: pair("正在逐个文件核对…", "Checking every file…"),
}
export const SEVERITIES: Readonly<Record<Severity, Words>> = {
    error: pair("须改正", "To correct"),
    warning: pair("请核对", "Please check"),
    note: pair("提示", "Note"),
}
