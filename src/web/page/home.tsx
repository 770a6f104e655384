import { about, LICENCES } from "./about.tsx"
import { FileDrop } from "./parts/files.tsx"
import { Sheet } from "./parts/frame.tsx"
import { href, pair, say } from "./state.ts"
import { FoundKept } from "./victim/keep.tsx"
import { openWork } from "./victim/work-file.ts"

/** The first page: three doors. */

const TITLE = pair("您要做什么？", "What do you want to do?")
const INTRO = pair(
    "所有内容只在这台电脑上处理，页面不连接网络。关掉页面，没有保存的内容就不在了。",
    "Everything stays on this computer; the page uses no network. What is not saved is gone when it is closed.",
)
const DOORS = [
    {
        place: "/victim",
        name: pair("我是报案人（被害人）", "I am the one who reports (the victim)"),
        text: pair(
            "整理事实、截图和交易所导出的文件，做成可以交给民警的材料包。先看“现在就做”。",
            "Facts, screenshots and the exchange's export files become a packet for the police. First see what to do now.",
        ),
    },
    {
        place: "/officer",
        name: pair("我是办案民警", "I am the police officer"),
        text: pair(
            "打开材料包，核对，做公函和附件；盖章以后，得到对外发送的几个文件。",
            "Open the packet, check it, make letter and annexes; once sealed, get the few files to send.",
        ),
    },
    {
        place: "/verify",
        name: pair("核对材料", "Check a packet"),
        text: pair(
            "看一个材料包的文件有没有变动、由哪把密钥签名、里面注明了什么。",
            "Whether files of a packet were changed, which key signed it, what it says of itself.",
        ),
    },
]
const GO_ON = pair("接着做", "Go on")
const GO_ON_LABEL = pair("打开保存的工作文件或者案件文件夹", "Open a working file or a case folder")
const GO_ON_HINT = pair(
    "“…-工作文件.zip”，或者命令行做的案件文件夹。",
    "“…-工作文件.zip”, or a case folder of the command line.",
)
const TRUST = pair("这个页面可靠吗？", "Can this page be trusted?")
const TRUST_TEXT = pair(
    "从发布处下载的，在命令窗口中输入下面一行，与发布说明中的 SHA-256 比较，一样就是原样；可以在不联网的电脑上用。",
    "Where it comes from the release, type the line below in a command window and compare with the SHA-256 given there: the same means unchanged. It may run on a computer without a network.",
)

const TRUST_VICTIM = pair(
    "报案人：只交“交民警”文件夹，不必交这个页面，民警用自己取得的。",
    "Victim: hand over the folder 交民警 and not this page; the police use their own copy.",
)
const TRUST_POLICE = pair(
    "民警、核对人：请从发布处或者本单位取得本页面，不用报案人给的。核对结果也可以不用本程序、用系统自带的命令再得出一遍（见“核对材料”）。",
    "Police, and anyone who checks: take this page from the release or from your own unit, not from the victim. Every verdict can be had again with the tools of the system (see Check a packet).",
)

export function Home() {
    return (
        <Sheet title={say(TITLE)}>
            <p class="soft">{say(INTRO)}</p>
            <div class="doors">
                {DOORS.map(({ place, name, text }) => (
                    <a class="door" href={href(place)} key={place}>
                        <b>{say(name)}</b>
                        <span>{say(text)}</span>
                    </a>
                ))}
            </div>
            <h2>{say(GO_ON)}</h2>
            <FoundKept />
            <FileDrop
                id="work"
                label={say(GO_ON_LABEL)}
                hint={say(GO_ON_HINT)}
                folder
                onFiles={(files) => {
                    openWork(files)
                }}
            />
            <h2>{say(TRUST)}</h2>
            <p class="soft">{say(TRUST_TEXT)}</p>
            <p class="code">certutil -hashfile lerpack.html SHA256</p>
            <ul class="soft">
                <li>{say(TRUST_VICTIM)}</li>
                <li>{say(TRUST_POLICE)}</li>
            </ul>
            <p class="soft">
                {about.value.tool} · <a href={href("/licences")}>{say(LICENCES)}</a>
            </p>
        </Sheet>
    )
}
