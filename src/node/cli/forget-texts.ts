import { byLang } from "../../base/lang.ts"

/** Where copies of identity images may still be after the folder is gone; ids are stable, for `--json`. */
export const BEYOND_REACH = [
    "phone-album",
    "photo-folder",
    "messenger",
    "recycle-bin",
    "mailbox",
    "recipient",
    "backups",
] as const

interface ForgetTexts {
    readonly done: (files: number, folder: string, removed: boolean) => string
    readonly nothing: (folder: string) => string
    /** What runs that were killed had left. */
    readonly hidden: (files: number) => string
    /** What deleting cannot promise. */
    readonly limits: string
    readonly beyond: string
    readonly places: Readonly<Record<(typeof BEYOND_REACH)[number], string>>
}

export const forgetTexts = byLang<ForgetTexts>({
    done: {
        "zh-CN": (files, folder, removed) =>
            `已删除 ${folder} 中的 ${String(files)} 个文件${removed ? "，文件夹已删除" : "；文件夹中还有其他文件，予以保留"}。`,
        en: (files, folder, removed) =>
            `deleted ${String(files)} files in ${folder}; ${removed ? "the folder is removed" : "the folder holds other files and stays"}.`,
    },
    nothing: {
        "zh-CN": (folder) => `${folder} 是空文件夹，已删除。`,
        en: (folder) => `${folder} was empty and is removed.`,
    },
    hidden: {
        "zh-CN": (files) => `另有上次中断的运行留在隐藏文件夹中的 ${String(files)} 个证件图像文件，也已删除。`,
        en: (files) => `${String(files)} more files that a killed run had left in a hidden folder are deleted too.`,
    },
    limits: {
        "zh-CN": "删除前已用零覆盖文件内容，但不能保证无法恢复：固态硬盘、网盘、系统快照可能仍存有旧内容。",
        en: "The files were overwritten with zeros before they were deleted, but that is no guarantee: solid-state drives, synchronised folders and snapshots may still hold the old content.",
    },
    beyond: {
        "zh-CN": "以下各处本命令够不到，请逐项清理：",
        en: "This command cannot reach the following; please see to each:",
    },
    places: {
        "zh-CN": {
            "phone-album": "拍照手机的相册及“最近删除”，手机云相册",
            "photo-folder":
                "原来存放照片的文件夹（“证件照”，或 complete 时用 --photos 指明的；本命令不知道在哪里），U 盘、相机存储卡",
            messenger: "聊天软件的聊天记录、“文件传输助手”和缓存",
            "recycle-bin": "电脑的回收站（手工删过或移动过照片的）",
            mailbox: "邮箱的“已发送”和“草稿箱”，邮件客户端的本地副本，单位邮件网关的归档",
            recipient: "门户上和收件方邮箱中的副本（可要求对方说明保存期限，核验后删除）",
            backups: "网盘同步、整机备份，系统的缩略图和“最近使用的文件”缓存",
        },
        en: {
            "phone-album": "the album of the phone that took the photos, its “recently deleted”, its cloud album",
            "photo-folder":
                "the folder the photos came from (证件照, or --photos of complete; this command does not know where it is), memory sticks and cards",
            messenger: "chats, file transfer and caches of messengers",
            "recycle-bin": "the recycle bin, where photos were deleted or moved by hand",
            mailbox:
                "“sent” and “drafts” of the mailbox, local copies of the mail program, the archive of the mail gateway",
            recipient:
                "copies at the portal and in the recipient's mailbox (you may ask how long they are kept, and for deletion once verified)",
            backups: "synchronised folders, backups, the system's caches of thumbnails and recent files",
        },
    },
})
