<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Bulletin Desktop</source>
        <translation>关于简报编辑台</translation>
    </message>
    <message>
        <source>Bulletin Desktop</source>
        <translation>简报编辑台</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Diagnostic information…</source>
        <translation>诊断信息…</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>资料库(&amp;B)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Licensed under MIT: it may be used, copied and changed by everybody, free of charge. What it is made of, and under which terms, is on the next page.</source>
        <translation>本程序按 MIT 许可发布：任何人都可以免费使用、复制和修改。所用的部件和各自的许可见“许可”页。</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>日志(&amp;G)</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Pack facts for whoever helps you; no text of yours is in it</source>
        <translation>把版本、设置和记录打包，交给帮您解决问题的人；不含任何稿件内容</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序的部件</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可全文</translation>
    </message>
    <message>
        <source>The text of this licence is not on this computer.</source>
        <translation>这台电脑上没有这份许可的全文。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Works without a network: it opens no connection, sends nothing, fetches nothing, and does not update itself.</source>
        <translation>不联网：程序不建立任何网络连接，不发送，不下载，也不自行更新。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Bold</source>
        <translation>加粗(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Heiti</source>
        <translation>黑体(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>斜体(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Kaiti</source>
        <translation>楷体(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Strike through</source>
        <translation>删除线(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>下划线(&amp;U)</translation>
    </message>
    <message>
        <source>Emphasis &amp;dots</source>
        <translation>着重号(&amp;D)</translation>
    </message>
    <message>
        <source>Export Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>High&amp;light</source>
        <translation>突出显示(&amp;L)</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>更多导出方式</translation>
    </message>
    <message>
        <source>Subs&amp;cript</source>
        <translation>下标(&amp;C)</translation>
    </message>
    <message>
        <source>Supe&amp;rscript</source>
        <translation>上标(&amp;R)</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收稿</translation>
    </message>
    <message>
        <source>What the paragraph is</source>
        <translation>这一段是什么</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archived in “{name}”</source>
        <translation>已归档到“{name}”</translation>
    </message>
    <message>
        <source>Archiving was cancelled; nothing was written</source>
        <translation>归档已取消，没有写出任何文件</translation>
    </message>
    <message>
        <source>Archiving {name} …</source>
        <translation>正在归档 {name} …</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>供稿单位</translation>
    </message>
    <message>
        <source>Files and their SHA-256</source>
        <translation>文件及其 SHA-256</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Original file</source>
        <translation>原文件</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>{done}; {count} originals are damaged in the library</source>
        <translation>{done}；有 {count} 个原稿在资料库中已损坏，没有归入</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>&amp;Field</source>
        <translation>占位符(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>名称规则(&amp;P)</translation>
    </message>
    <message>
        <source>A folder of that name is there already and is left alone.</source>
        <translation>已有同名的文件夹，不动它，另起一个。</translation>
    </message>
    <message>
        <source>A folder with Word, PDF and plain text, the originals of its manuscripts, and a list of contents.</source>
        <translation>生成一个文件夹，里面有 Word、PDF、纯文本、来稿的原文件和目录。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archive this issue</source>
        <translation>归档本期</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>选择(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose the folder that archives are kept in.</source>
        <translation>请选择归档放在哪个文件夹。</translation>
    </message>
    <message>
        <source>Folder for archives</source>
        <translation>归档文件夹</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kept &amp;in</source>
        <translation>放在(&amp;I)</translation>
    </message>
    <message>
        <source>Slashes part folders; {number:03} fills up with zeros</source>
        <translation>斜杠分开各级文件夹；{number:03} 用零补足三位</translation>
    </message>
    <message>
        <source>Usual pattern</source>
        <translation>通用规则</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>day of the date</source>
        <translation>日</translation>
    </message>
    <message>
        <source>issuing unit</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>month of the date</source>
        <translation>月</translation>
    </message>
    <message>
        <source>number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>running number</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>word for a supplement, or nothing</source>
        <translation>增刊二字，正刊为空</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>ArticleBar</name>
    <message>
        <source>Any width</source>
        <translation>全半角不分</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Full-width and half-width characters are alike: ，is also found as ,</source>
        <translation>全角、半角字符视为相同：查“，”也找到“,”</translation>
    </message>
    <message>
        <source>List all</source>
        <translation>列出全部</translation>
    </message>
    <message>
        <source>Match case: A is not a</source>
        <translation>区分英文大小写：A 与 a 不同</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>正则</translation>
    </message>
    <message>
        <source>Regular expression; in the replacement \1 is its first group and \0 all of it</source>
        <translation>正则表达式；“替换为”中 \1 表示第一组，\0 表示全部</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>选中文字</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>This issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>This publication</source>
        <translation>本刊</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>全库</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Whole words and numbers only: 3 is not found in 13</source>
        <translation>只找完整的单词和数字：查 3 不会找到 13</translation>
    </message>
</context>
<context>
    <name>ArticleEditor</name>
    <message>
        <source>Choose an article on the left, or paste a manuscript.</source>
        <translation>在左边选一篇稿件，或粘贴来稿。</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>稿件正文</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>Found again after a breakdown</source>
        <translation>找回的文字</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The backup was restored.</source>
        <translation>已恢复备份。</translation>
    </message>
    <message>
        <source>The backup was restored. The library as it was before is kept as {name}.</source>
        <translation>已恢复备份。恢复前的资料库另存为 {name}。</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>&amp;Backups</source>
        <translation>备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Other file…</source>
        <translation>其他文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取消(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Room for each place</source>
        <translation>每处最多占用(&amp;S)</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>A folder on another disk or a USB stick that gets a copy of each backup</source>
        <translation>另一块磁盘或 U 盘上的文件夹，每次备份都会复制一份过去</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>立即备份(&amp;N)</translation>
    </message>
    <message>
        <source>Backed up and verified.</source>
        <translation>已备份，并已核对。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backups and restoring</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Before restoring</source>
        <translation>恢复前的资料库</translation>
    </message>
    <message>
        <source>Beside the library</source>
        <translation>资料库旁边</translation>
    </message>
    <message>
        <source>Checked: every text in it is whole.</source>
        <translation>已核对：全部文字完好。</translation>
    </message>
    <message>
        <source>Checked: {count} texts in it are damaged, everything else is whole.</source>
        <translation>已核对：有 {count} 处文字受损，其余完好。</translation>
    </message>
    <message>
        <source>Checking every text…</source>
        <translation>正在逐篇核对…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied to the second place and read back.</source>
        <translation>已复制到第二位置，并已读回核对。</translation>
    </message>
    <message>
        <source>Copy no more backups there; those that are there stay</source>
        <translation>不再往那里复制备份；已有的备份保留</translation>
    </message>
    <message>
        <source>Its articles are those of the library now.</source>
        <translation>其中的稿件与现在的资料库一致。</translation>
    </message>
    <message>
        <source>Libraries and backups (*.db)</source>
        <translation>资料库和备份 (*.db)</translation>
    </message>
    <message>
        <source>Look into a backup</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Look into a backup that lies elsewhere</source>
        <translation>查看放在别处的备份</translation>
    </message>
    <message>
        <source>Looking into it…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Nothing has changed since the last backup.</source>
        <translation>自上次备份以来没有改动。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Restore and open again</source>
        <translation>恢复并重新打开</translation>
    </message>
    <message>
        <source>Restore this backup…</source>
        <translation>恢复这个备份…</translation>
    </message>
    <message>
        <source>Saved last: {title}</source>
        <translation>最后保存：{title}</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>第二位置</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>备份的第二位置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The backup is being copied and checked. The library is not touched yet.</source>
        <translation>正在复制并核对备份，尚未改动资料库。</translation>
    </message>
    <message>
        <source>The backup is whole. What you have typed is saved, the library as it is now is kept beside it, and the window opens again with the backup.</source>
        <translation>备份完好。恢复时会先保存您输入的内容，现在的资料库另存在旁边，然后用备份重新打开窗口。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>What is &amp;in it</source>
        <translation>备份内容(&amp;I)</translation>
    </message>
    <message>
        <source>Where something has changed, backups are made by themselves: after the start, every hour and at the end. The more of them, the sparser the old ones are kept.</source>
        <translation>有改动时，程序在启动后、每小时和退出时自动备份；越早的备份保留得越少。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>{count} articles came later and are not in it</source>
        <translation>有 {count} 篇是后来的稿件，备份里没有</translation>
    </message>
    <message>
        <source>{count} articles in it are gone now</source>
        <translation>有 {count} 篇现在已不在资料库里</translation>
    </message>
    <message>
        <source>{count} articles were changed since</source>
        <translation>有 {count} 篇后来改过，备份里是较早的文字</translation>
    </message>
    <message>
        <source>{count} issues</source>
        <translation>{count} 期</translation>
    </message>
    <message>
        <source>{count} texts in it are damaged</source>
        <translation>其中有 {count} 处文字受损</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>《{title}》</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
</context>
<context>
    <name>BugReporter</name>
    <message>
        <source>A report is in {path}. Please send it to whoever looks after this program.</source>
        <translation>错误记录在 {path}，请把它交给维护本程序的人。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your text was saved first; you can go on.</source>
        <translation>程序内部出了差错。您的文字已先行保存，可以继续工作。</translation>
    </message>
    <message>
        <source>The window could not be opened: something went wrong inside the program. What the library holds is kept.</source>
        <translation>窗口没有打开：程序内部出了错。资料库里的内容都保留着。</translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>More of what was cleaned</source>
        <translation>更多清理项目</translation>
    </message>
    <message>
        <source>What was cleaned</source>
        <translation>清理了什么</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>The name of a font, or one of the list</source>
        <translation>字体名称，或从列表中选</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Check with LibreOffice</source>
        <translation>用 LibreOffice 核对</translation>
    </message>
    <message>
        <source>Fill up to an even number of pages</source>
        <translation>补足双数页</translation>
    </message>
    <message>
        <source>Find on the pages…</source>
        <translation>在页面上查找…</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Go to a page…</source>
        <translation>转到页…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>页面(&amp;G)</translation>
    </message>
    <message>
        <source>Page thumbnails</source>
        <translation>页面缩略图</translation>
    </message>
    <message>
        <source>Render the Word file with LibreOffice and compare every line</source>
        <translation>用 LibreOffice 排出 Word 文件，逐行核对</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Spacing as the template has it</source>
        <translation>恢复按模板排版</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>双页并排</translation>
    </message>
</context>
<context>
    <name>Cleanings</name>
    <message>
        <source>Go to the next of these places; the arrow switches the rule off</source>
        <translation>转到下一处；箭头处可关掉这一项</translation>
    </message>
    <message>
        <source>Show which, and why</source>
        <translation>看是哪些、为什么</translation>
    </message>
    <message>
        <source>Switched off for these manuscripts</source>
        <translation>这批来稿已关掉这一项</translation>
    </message>
    <message>
        <source>{count} files could not be read</source>
        <translation>{count} 个文件没能读入</translation>
    </message>
</context>
<context>
    <name>Clipping</name>
    <message>
        <source>Choose an issue, a section or an article to paste at.</source>
        <translation>请先选中要粘贴到的期、栏目或稿件。</translation>
    </message>
    <message>
        <source>Choose articles or sections first.</source>
        <translation>请先选中稿件或栏目。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Sections stand in issues. Choose an issue to paste at.</source>
        <translation>栏目只能放在某一期里，请先选中一期再粘贴。</translation>
    </message>
    <message>
        <source>What is on the clipboard cannot be read as articles. Nothing was changed.</source>
        <translation>剪贴板上的内容无法作为稿件读取，没有改动任何内容。</translation>
    </message>
</context>
<context>
    <name>ColourEdit</name>
    <message>
        <source>Six digits from 000000 to FFFFFF, such as FF0000 for red</source>
        <translation>六位颜色值 000000–FFFFFF，如红色 FF0000</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose in a calendar (Alt+Down)</source>
        <translation>在日历中选择（Alt+↓）</translation>
    </message>
    <message>
        <source>en_US</source>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>{year}-{month}-{day}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Preview of the pages</source>
        <translation>页面预览</translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建稿件</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新建栏目</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>设置状态</translation>
    </message>
    <message>
        <source>{count} items are in the recycle bin</source>
        <translation>{count} 项已移入回收站</translation>
    </message>
    <message>
        <source>“{title}” is in the recycle bin</source>
        <translation>“{title}”已移入回收站</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Bytes of a page</source>
        <translation>页大小（字节）</translation>
    </message>
    <message>
        <source>Bytes of its journal</source>
        <translation>日志文件（字节）</translation>
    </message>
    <message>
        <source>Bytes of the file</source>
        <translation>文件大小（字节）</translation>
    </message>
    <message>
        <source>Bytes of the typing journal</source>
        <translation>打字记录（字节）</translation>
    </message>
    <message>
        <source>Characters of its path</source>
        <translation>路径长度（字符）</translation>
    </message>
    <message>
        <source>Code page</source>
        <translation>代码页</translation>
    </message>
    <message>
        <source>Content in figures</source>
        <translation>内容数量</translation>
    </message>
    <message>
        <source>Damaged or unreadable</source>
        <translation>损坏或读不出的</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Diagnostic information of Bulletin Desktop</source>
        <translation>简报编辑台 诊断信息</translation>
    </message>
    <message>
        <source>Fonts of the templates</source>
        <translation>模板所用字体（是否已安装）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式版本</translation>
    </message>
    <message>
        <source>Free memory, MB</source>
        <translation>可用内存（MB）</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>空闲页</translation>
    </message>
    <message>
        <source>Free space beside the library, MB</source>
        <translation>资料库所在磁盘可用空间（MB）</translation>
    </message>
    <message>
        <source>Free space for temporary files, MB</source>
        <translation>临时文件可用空间（MB）</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Hours from UTC</source>
        <translation>时区（与 UTC 相差小时）</translation>
    </message>
    <message>
        <source>In the usual place</source>
        <translation>在默认位置</translation>
    </message>
    <message>
        <source>Its path has spaces</source>
        <translation>路径含空格</translation>
    </message>
    <message>
        <source>Its path is plain ASCII</source>
        <translation>路径只有英文字符</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>日志方式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Made by this program</source>
        <translation>由本程序建立</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>内存（MB）</translation>
    </message>
    <message>
        <source>Newest format known here</source>
        <translation>本程序支持的最新格式</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Place of notes</source>
        <translation>脚注位置</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>显示平台</translation>
    </message>
    <message>
        <source>Points of the font</source>
        <translation>界面字号</translation>
    </message>
    <message>
        <source>Problems of a quick check</source>
        <translation>快速检查发现的问题</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Records of what went wrong</source>
        <translation>出错记录（条）</translation>
    </message>
    <message>
        <source>Replacements of the office's own</source>
        <translation>自定义替换（条）</translation>
    </message>
    <message>
        <source>Room for backups, MB</source>
        <translation>备份空间上限（MB）</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>另设备份位置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>界面样式</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>系统版本</translation>
    </message>
    <message>
        <source>The second place is there now</source>
        <translation>另设的备份位置现在可用</translation>
    </message>
    <message>
        <source>This file tells how the program, the computer and the library are, in figures, and what has gone wrong. No text, no headline, no name of a file, person or unit is in it.</source>
        <translation>这里用数字说明程序、电脑和资料库的情况，以及出过什么错。没有正文和标题，也没有文件名、人名和单位名。</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>打不开的原因</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>article_bodies</source>
        <translation>稿件正文</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>auto_headings</source>
        <translation>自动识别小标题</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>文件损坏</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>交换记录</translation>
    </message>
    <message>
        <source>exports</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>收起的窗格</translation>
    </message>
    <message>
        <source>foreign journal</source>
        <translation>旁边的日志不属于它</translation>
    </message>
    <message>
        <source>from its source</source>
        <translation>从源代码运行</translation>
    </message>
    <message>
        <source>full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>打开期间被移走或删除</translation>
    </message>
    <message>
        <source>habits</source>
        <translation>刊物习惯</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已在另一个窗口打开</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>安装版</translation>
    </message>
    <message>
        <source>intake_settings</source>
        <translation>收稿设置</translation>
    </message>
    <message>
        <source>issue_heads</source>
        <translation>报头报尾</translation>
    </message>
    <message>
        <source>issue_revisions</source>
        <translation>期的历史</translation>
    </message>
    <message>
        <source>issues</source>
        <translation>期</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>被其他程序占用</translation>
    </message>
    <message>
        <source>long path</source>
        <translation>路径太长</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>已导出各期的模板</translation>
    </message>
    <message>
        <source>manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>文件不在</translation>
    </message>
    <message>
        <source>network drive</source>
        <translation>网络盘</translation>
    </message>
    <message>
        <source>network_told</source>
        <translation>已提示网络盘</translation>
    </message>
    <message>
        <source>newer</source>
        <translation>由更新的版本建立</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>not ours</source>
        <translation>不是资料库</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>来稿原件</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页面显示</translation>
    </message>
    <message>
        <source>panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>portable</source>
        <translation>免安装版</translation>
    </message>
    <message>
        <source>publications</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>recipients</source>
        <translation>主送抄送</translation>
    </message>
    <message>
        <source>recycle_bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>review_target</source>
        <translation>收稿去向</translation>
    </message>
    <message>
        <source>revisions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>search_documents</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>shingles</source>
        <translation>查重特征</translation>
    </message>
    <message>
        <source>sketches</source>
        <translation>查重摘要</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>自定义模板</translation>
    </message>
    <message>
        <source>text_size</source>
        <translation>文字大小（%）</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>toured</source>
        <translation>已看过导览</translation>
    </message>
    <message>
        <source>two_sided</source>
        <translation>双面打印</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Being gathered…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Diagnostic information</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Everything, to be read</source>
        <translation>全部情况，供阅读</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>For whoever helps you when something goes wrong: below is everything that goes into the file. It holds versions, settings and figures, and no text, headline, file name or name of a person or unit. Nothing is sent; you hand it on yourself.</source>
        <translation>出了问题请人帮忙时用。要打包的全部内容都列在下面：只有版本、设置、数字和出错记录，没有正文、标题、文件名，也没有人名和单位名。程序不会发送，由您自己转交。</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Packed files (*{ending})</source>
        <translation>压缩文件 (*{ending})</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save diagnostic information</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>The same, for programs to read</source>
        <translation>同样的内容，供程序读取</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What went wrong and where; what people wrote is left out</source>
        <translation>哪里出了什么错；凡是人写的文字都已略去</translation>
    </message>
</context>
<context>
    <name>DialogKeeping</name>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>It does not fit any more: what it belongs to has changed since.</source>
        <translation>填不回来了：它所属的内容后来变过。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>填回来</translation>
    </message>
    <message>
        <source>What you typed here last time was not stored, and is still there.</source>
        <translation>上次在这里填的没有保存，还留着。</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>What differs</source>
        <translation>差别</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>A picture: {what}</source>
        <translation>图片：{what}</translation>
    </message>
    <message>
        <source>A record that belongs to nothing: {what}</source>
        <translation>没有归属的记录：{what}</translation>
    </message>
    <message>
        <source>A version of the article “{what}”</source>
        <translation>稿件“{what}”的一个版本</translation>
    </message>
    <message>
        <source>An entry in the history of “{what}”</source>
        <translation>“{what}”的一条历史记录</translation>
    </message>
    <message>
        <source>An entry of the recycle bin</source>
        <translation>回收站里的一项</translation>
    </message>
    <message>
        <source>Entry in the register of manuscripts: “{what}”</source>
        <translation>来稿登记：“{what}”</translation>
    </message>
    <message>
        <source>Issue “{what}”</source>
        <translation>期“{what}”</translation>
    </message>
    <message>
        <source>Line in the tree of the article “{what}”</source>
        <translation>目录树里稿件“{what}”的一行</translation>
    </message>
    <message>
        <source>Mailing lists of a publication</source>
        <translation>刊物的发送名单</translation>
    </message>
    <message>
        <source>Masthead and imprint of “{what}”</source>
        <translation>“{what}”的报头和版记</translation>
    </message>
    <message>
        <source>Original file “{what}”</source>
        <translation>来稿原件“{what}”</translation>
    </message>
    <message>
        <source>Pages of the file are damaged: {what}</source>
        <translation>文件里的数据页损坏：{what}</translation>
    </message>
    <message>
        <source>Publication “{what}”</source>
        <translation>刊物“{what}”</translation>
    </message>
    <message>
        <source>Section “{what}”</source>
        <translation>栏目“{what}”</translation>
    </message>
    <message>
        <source>Settings of the intake of manuscripts</source>
        <translation>收稿设置</translation>
    </message>
    <message>
        <source>Template “{what}”</source>
        <translation>模板“{what}”</translation>
    </message>
    <message>
        <source>Text of the article “{what}”</source>
        <translation>稿件“{what}”的正文</translation>
    </message>
    <message>
        <source>The beginning of the file is damaged</source>
        <translation>文件开头损坏</translation>
    </message>
    <message>
        <source>The counts of an issue</source>
        <translation>一期的篇数和字数</translation>
    </message>
    <message>
        <source>The disk cannot read a part of the file</source>
        <translation>文件的一部分磁盘读不出来</translation>
    </message>
    <message>
        <source>The end of the file is missing</source>
        <translation>文件的末尾缺失</translation>
    </message>
    <message>
        <source>The index of the search</source>
        <translation>搜索用的索引</translation>
    </message>
    <message>
        <source>The journal beside the file ends in the middle of a save</source>
        <translation>文件旁边的日志在一次保存的中途断了</translation>
    </message>
    <message>
        <source>The journal beside the file, with the last saves, is damaged</source>
        <translation>文件旁边的日志（最后几次保存）损坏</translation>
    </message>
    <message>
        <source>The order of articles or sections</source>
        <translation>稿件或栏目的顺序</translation>
    </message>
    <message>
        <source>The template an exported issue was set by: “{what}”</source>
        <translation>已导出的一期所用的模板：“{what}”</translation>
    </message>
    <message>
        <source>What was kept of the exported file “{what}”</source>
        <translation>导出文件“{what}”的存底</translation>
    </message>
</context>
<context>
    <name>DoctorReport</name>
    <message>
        <source>Every text, picture and original file is as it was saved.</source>
        <translation>每篇正文、每张图片、每份来稿原件都与保存时一致。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>It was left as it is. What is whole can be saved into a new file; what is lost will be named.</source>
        <translation>资料库保持原样。完好的内容可以修复到一个新文件，丢失的会一一列出。</translation>
    </message>
    <message>
        <source>Lost, or not all of it there</source>
        <translation>丢失或不完整</translation>
    </message>
    <message>
        <source>Mended, nothing is missing</source>
        <translation>已修好，没有缺失</translation>
    </message>
    <message>
        <source>Nothing is wrong with the library.</source>
        <translation>资料库没有问题。</translation>
    </message>
    <message>
        <source>The library is damaged in {count} places.</source>
        <translation>资料库有 {count} 处损坏。</translation>
    </message>
    <message>
        <source>The new library is {path}. The damaged one was left as it is.</source>
        <translation>新资料库在 {path}。损坏的资料库保持原样。</translation>
    </message>
    <message>
        <source>{issues} issues with {articles} articles and {revisions} versions were saved.</source>
        <translation>已救出 {issues} 期、{articles} 篇稿件、{revisions} 个版本。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Redone: {step}</source>
        <translation>已恢复：{step}</translation>
    </message>
    <message>
        <source>Undone in this article alone. Ctrl+Z in the tree takes it back everywhere</source>
        <translation>只撤销了本文；在目录树里按 Ctrl+Z，可全部撤销</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
</context>
<context>
    <name>EditorActs</name>
    <message>
        <source>The headings are numbered in order already</source>
        <translation>标题编号本来就是顺的</translation>
    </message>
    <message>
        <source>{count} numbers of headings changed</source>
        <translation>改了 {count} 处标题编号</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Choose an issue at the left, or begin a new one.</source>
        <translation>从左边打开一期，或者新建一期</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新建一期</translation>
    </message>
    <message>
        <source>No manuscript is waiting. Paste manuscripts, or drop files here.</source>
        <translation>暂时没有来稿。可以粘贴来稿，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>Open manuscripts</source>
        <translation>打开来稿文件</translation>
    </message>
    <message>
        <source>Paste manuscripts</source>
        <translation>粘贴成稿</translation>
    </message>
    <message>
        <source>This issue is empty. Paste manuscripts, or drop files here.</source>
        <translation>这一期还没有稿件。粘贴来稿，或把文件拖到这里</translation>
    </message>
    <message>
        <source>Write an article</source>
        <translation>写一篇</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>&amp;Read it so</source>
        <translation>按此读取(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Skip this file</source>
        <translation>跳过此文件(&amp;S)</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>Encoding of a text</source>
        <translation>文本编码</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Every character of these lines can be read.</source>
        <translation>这些行的字符都能读出。</translation>
    </message>
    <message>
        <source>GB18030 (simplified Chinese)</source>
        <translation>GB18030（简体中文）</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>按此编码读出的开头几行</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16, high byte first</source>
        <translation>UTF-16（高字节在前）</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>{count} characters cannot be read, shown as {sign}</source>
        <translation>有 {count} 个字符读不出，显示为 {sign}</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
</context>
<context>
    <name>ExactCheck</name>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changed since the check at {time}</source>
        <translation>{time} 核对之后有改动</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>Checking with LibreOffice… {seconds} s</source>
        <translation>正在用 LibreOffice 核对… {seconds} 秒</translation>
    </message>
    <message>
        <source>Confirmed: the same {pages} pages in LibreOffice · {time}</source>
        <translation>确认一致 {pages} 页 · LibreOffice · {time}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未能核对</translation>
    </message>
    <message>
        <source>Page {page}, line {line} is different in LibreOffice</source>
        <translation>第 {page} 页第 {line} 行与 LibreOffice 不同</translation>
    </message>
    <message>
        <source>Preview: {shown}
File: {rendered}</source>
        <translation>预览：{shown}
文件：{rendered}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the issue</source>
        <translation>导出本期</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Writing {name} …</source>
        <translation>正在写出 {name} …</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>More of: {part}</source>
        <translation>更多：{part}</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>清除筛选（Esc）</translation>
    </message>
    <message>
        <source>Filter the tree</source>
        <translation>筛选资料库</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Words of headlines, sections, publications, issues or texts, with spaces between (Ctrl+Shift+L)</source>
        <translation>标题、栏目、刊物、期或正文里的词，用空格隔开（Ctrl+Shift+L）</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Any contributor</source>
        <translation>供稿不限</translation>
    </message>
    <message>
        <source>Any publication</source>
        <translation>刊物不限</translation>
    </message>
    <message>
        <source>Any section</source>
        <translation>栏目不限</translation>
    </message>
    <message>
        <source>Any year</source>
        <translation>年份不限</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>供稿单位</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Search what lies in the recycle bin, too</source>
        <translation>回收站里的稿件也查</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on the pages</source>
        <translation>在页面上查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} / {count} 处</translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>&amp;Hits</source>
        <translation>查找结果(&amp;H)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Replaced {count} in this article</source>
        <translation>本文替换了 {count} 处</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Replace {count}</source>
        <translation>替换 {count} 处</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Type what to look for above the text, choose where, and press Enter.</source>
        <translation>在正文上方输入要查找的内容，选好范围，按回车。</translation>
    </message>
</context>
<context>
    <name>FirstAid</name>
    <message>
        <source> The file that was there is kept as {name}.</source>
        <translation>原来的文件保留为 {name}。</translation>
    </message>
    <message>
        <source>An empty one, in a place of your choice</source>
        <translation>空白的资料库，位置由您选定</translation>
    </message>
    <message>
        <source>Everything undamaged goes into a new file; this one is left as it is</source>
        <translation>没有损坏的内容全部取出，放进新文件；原文件不动</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It opens from now on</source>
        <translation>以后启动时也打开它</translation>
    </message>
    <message>
        <source>Look into the backups and choose one; the file that is there is kept</source>
        <translation>先看备份里有什么，再选一份；现有文件会保留</translation>
    </message>
    <message>
        <source>Make a new library…</source>
        <translation>新建资料库…</translation>
    </message>
    <message>
        <source>Once the cause is gone</source>
        <translation>原因排除以后</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开另一个资料库…</translation>
    </message>
    <message>
        <source>Open it without this journal</source>
        <translation>不用这份日志，打开资料库</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Save what is whole…</source>
        <translation>抢救完好的内容…</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>The journal is kept beside the library under another name</source>
        <translation>日志改名保留在资料库旁边</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>FirstAidDialog</name>
    <message>
        <source>Close the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Diagnostic information…</source>
        <translation>诊断信息…</translation>
    </message>
</context>
<context>
    <name>FitOffer</name>
    <message>
        <source>Do not offer again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Spacing is the template's again</source>
        <translation>已恢复按模板排版</translation>
    </message>
    <message>
        <source>The issue ends with its last page</source>
        <translation>已取消补足双数页</translation>
    </message>
    <message>
        <source>The issue has an even number of pages</source>
        <translation>已补足双数页</translation>
    </message>
    <message>
        <source>The last page holds nothing but the imprint; it can be saved</source>
        <translation>末页只有报尾，可收紧省去一页</translation>
    </message>
    <message>
        <source>The last page holds {lines} lines; it can be saved</source>
        <translation>末页只有 {lines} 行，可收紧省去一页</translation>
    </message>
    <message>
        <source>Tighten</source>
        <translation>收紧</translation>
    </message>
    <message>
        <source>Tightened: one page less</source>
        <translation>已收紧，省去一页</translation>
    </message>
</context>
<context>
    <name>FontNotes</name>
    <message>
        <source>Not installed here; {used} stands in for it on the screen</source>
        <translation>本机未安装，以 {used} 代替</translation>
    </message>
    <message>
        <source>This machine has all fonts of the other profile, so its pages are set in those</source>
        <translation>本机另一套字体齐全，页面按那一套排</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>{publication} {year} {issue}</source>
        <translation>{publication} {year}年{issue}</translation>
    </message>
    <message>
        <source>“{headline}”</source>
        <translation>《{headline}》</translation>
    </message>
</context>
<context>
    <name>FoundReview</name>
    <message>
        <source> and {n} more</source>
        <translation>，另有 {n} 份</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>继续核对</translation>
    </message>
    <message>
        <source>Manuscripts under review could not all be read again. The file is kept: {path}</source>
        <translation>核对到一半的来稿没能全部读出来，文件已原样留着：{path}</translation>
    </message>
    <message>
        <source>Manuscripts under review were kept by a newer version of the program. Open the library with that one to go on. They are kept: {path}</source>
        <translation>核对到一半的来稿是较新版本的程序留下的，请用那个版本打开资料库继续。文件已原样留着：{path}</translation>
    </message>
    <message>
        <source>The manuscripts you were reviewing are still here, as you left them: {names}</source>
        <translation>上次核对到一半的来稿还在，和离开时一样：{names}</translation>
    </message>
    <message>
        <source>The original files or pictures of {names} are no longer there. The text is all here and can be taken in without them.</source>
        <translation>{names}的原件或图片不在了。文字都在，可以照样收下，只是不带它们。</translation>
    </message>
    <message>
        <source>The review was discarded</source>
        <translation>核对到一半的来稿不要了</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What you typed into {names} was not stored, and is still there: open it again to go on.</source>
        <translation>上次在{names}里填的没有保存，还留着：重新打开就能接着填。</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
</context>
<context>
    <name>FoundTyping</name>
    <message>
        <source> and {n} more</source>
        <translation>，另有 {n} 篇</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In the recycle bin: {titles}</source>
        <translation>在回收站里：{titles}</translation>
    </message>
    <message>
        <source>It is plain text. Please send it to whoever looks after this program.</source>
        <translation>它是纯文本。请把它交给维护本程序的人。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开这篇稿件</translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation>打开“{title}”</translation>
    </message>
    <message>
        <source>The library has another text of {titles}; that is kept. What was found is a version of it.</source>
        <translation>资料库里{titles}的内容与此不同，已保留资料库里的内容；找回的文字存为它的一个版本。</translation>
    </message>
    <message>
        <source>The program was ended before it could save what was typed last. It was found again: {titles}</source>
        <translation>上次程序意外结束，最后键入的文字来不及保存，现已找回：{titles}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>What was typed last could not all be read. The file is kept: {path}</source>
        <translation>最后键入的文字没能全部读出，文件已保留：{path}</translation>
    </message>
    <message>
        <source>{titles} is no longer in the library, so it was put with the manuscripts.</source>
        <translation>资料库里已没有{titles}，找回的文字放进了“来稿”。</translation>
    </message>
    <message>
        <source>{titles} now reads as it did on the screen. What was saved before is a version of it.</source>
        <translation>{titles}已恢复成当时屏幕上的样子，此前保存的内容在“版本”里。</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message>
        <source>Masthead and imprint as they print</source>
        <translation>报头和版记的打印样子</translation>
    </message>
</context>
<context>
    <name>HelpFlow</name>
    <message>
        <source>Bulletin Desktop, the manual</source>
        <translation>简报编辑台使用手册</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the manual</source>
        <translation>保存使用手册</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Help — Bulletin Desktop</source>
        <translation>帮助 — 简报编辑台</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有哪一页有这些字。</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>在帮助里查找</translation>
    </message>
    <message>
        <source>The whole manual as one file, to be printed or handed on</source>
        <translation>整本手册写成一个文件，可以打印或转交</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Adjustments of the page</source>
        <translation>版面微调</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>换了图片</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>改了大小</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原有内容</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>密级</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>共印份数</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>份号</translation>
    </message>
    <message>
        <source>Copy the old text</source>
        <translation>复制原文</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Details of the issue</source>
        <translation>本期信息</translation>
    </message>
    <message>
        <source>Distributed to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Exported {file}</source>
        <translation>导出 {file}</translation>
    </message>
    <message>
        <source>Format changed</source>
        <translation>格式已改</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头名称</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>移至此处</translation>
    </message>
    <message>
        <source>Na&amp;me the current version…</source>
        <translation>命名当前版本(&amp;M)…</translation>
    </message>
    <message>
        <source>Name a version</source>
        <translation>命名版本</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New section “{title}”</source>
        <translation>新增栏目“{title}”</translation>
    </message>
    <message>
        <source>No version has a name yet. Press F2 on one to name it.</source>
        <translation>还没有命名的版本。选中一个版本按 F2 即可命名。</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差别。</translation>
    </message>
    <message>
        <source>Nothing was kept of this issue yet. Its history begins with the next change.</source>
        <translation>本期还没有变动记录，从下一次改动起开始记录。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Open an article to see its versions.</source>
        <translation>打开一篇稿件，即可查看它的版本。</translation>
    </message>
    <message>
        <source>Page break</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Reported to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>Restore this line</source>
        <translation>恢复此行</translation>
    </message>
    <message>
        <source>Restore this paragraph</source>
        <translation>恢复此段</translation>
    </message>
    <message>
        <source>Restored a line</source>
        <translation>已恢复一行</translation>
    </message>
    <message>
        <source>Restored a paragraph</source>
        <translation>已恢复一段</translation>
    </message>
    <message>
        <source>Restored the version of {time}</source>
        <translation>已恢复{time}的版本</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>Section “{before}” renamed to “{after}”</source>
        <translation>栏目“{before}”改名为“{after}”</translation>
    </message>
    <message>
        <source>Section “{title}” moved</source>
        <translation>移动栏目“{title}”</translation>
    </message>
    <message>
        <source>Section “{title}” removed</source>
        <translation>删除栏目“{title}”</translation>
    </message>
    <message>
        <source>Sections and articles</source>
        <translation>栏目与稿件</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>States of articles</source>
        <translation>稿件状态</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>增刊</translation>
    </message>
    <message>
        <source>Take this paragraph out</source>
        <translation>删去此段</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>This is the article as it came in.</source>
        <translation>这是稿件收来时的样子。</translation>
    </message>
    <message>
        <source>Took a paragraph out</source>
        <translation>已删去一段</translation>
    </message>
    <message>
        <source>Versions of the article and the issue, and what differs (Ctrl+Shift+H)</source>
        <translation>本文和本期的版本与差别 (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>[Picture]</source>
        <translation>〔图片〕</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已校</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>{count:,} characters</source>
        <translation>{count:,} 字</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message>
        <source>“{title}” added to {after}</source>
        <translation>《{title}》加入 {after}</translation>
    </message>
    <message>
        <source>“{title}” moved from {before} to {after}</source>
        <translation>《{title}》从 {before} 移到 {after}</translation>
    </message>
    <message>
        <source>“{title}” moved within {after}</source>
        <translation>《{title}》在 {after} 内调整了顺序</translation>
    </message>
    <message>
        <source>“{title}” removed from {before}</source>
        <translation>从 {before} 移出《{title}》</translation>
    </message>
    <message>
        <source>“{title}”: {before} → {after}</source>
        <translation>《{title}》：{before} → {after}</translation>
    </message>
    <message>
        <source>… unchanged paragraphs: {count}</source>
        <translation>…… {count} 段未改</translation>
    </message>
    <message>
        <source>… {count:,} characters unchanged …</source>
        <translation>…… {count:,} 字未改 ……</translation>
    </message>
</context>
<context>
    <name>HistoryField</name>
    <message>
        <source>Used before (↓)</source>
        <translation>用过的内容（↓）</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Against now</source>
        <translation>与现在比</translation>
    </message>
    <message>
        <source>Against the one before</source>
        <translation>与上一版比</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Make the article what it was then; can be undone</source>
        <translation>把稿件恢复成当时的样子，可以撤销</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>命名此版本…</translation>
    </message>
    <message>
        <source>Named only</source>
        <translation>只看命名的</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处修改</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处修改</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Show named versions alone</source>
        <translation>只显示有名称的版本</translation>
    </message>
    <message>
        <source>Take the name away</source>
        <translation>去掉名称</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions of the open article</source>
        <translation>当前稿件的版本</translation>
    </message>
    <message>
        <source>What became of the open issue</source>
        <translation>本期的变动经过</translation>
    </message>
    <message>
        <source>What differs between it and now</source>
        <translation>它与现在的差别</translation>
    </message>
    <message>
        <source>What was changed to make it</source>
        <translation>这一版改动了什么</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>(nothing)</source>
        <translation>（删去）</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>signed · {count}</source>
        <translation>已签发 · {count}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>{hits} more in {articles} articles, not listed one by one</source>
        <translation>还有 {hits} 处（{articles} 篇），不逐条列出</translation>
    </message>
    <message>
        <source>{hits} more in {articles} articles, not listed; {signed} in signed ones stay</source>
        <translation>还有 {hits} 处（{articles} 篇），不逐条列出；其中已签发稿件的 {signed} 处不替换</translation>
    </message>
</context>
<context>
    <name>HitsView</name>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
</context>
<context>
    <name>InLibrary</name>
    <message>
        <source>Cancelled. Nothing was replaced.</source>
        <translation>已取消，没有作任何替换。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replaced {hits} in {articles} articles</source>
        <translation>替换了 {hits} 处（{articles} 篇）</translation>
    </message>
    <message>
        <source>Replacing…</source>
        <translation>正在替换…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Stopped. {found}</source>
        <translation>已停止。{found}</translation>
    </message>
    <message>
        <source>{done}; {left} had been edited or deleted and stay</source>
        <translation>{done}，{left} 处已改动或删除，未替换</translation>
    </message>
    <message>
        <source>{found} · {count} damaged articles could not be searched</source>
        <translation>{found} · {count} 篇已损坏，未能查找</translation>
    </message>
    <message>
        <source>{found} · {searched} of {of} articles searched</source>
        <translation>{found} · 已查 {searched} / {of} 篇</translation>
    </message>
    <message>
        <source>{hits} found in {articles} articles</source>
        <translation>找到 {hits} 处（{articles} 篇）</translation>
    </message>
</context>
<context>
    <name>InsertFlow</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Insert picture</source>
        <translation>插入图片</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>{count} attached files left out</source>
        <translation>附带文件 {count} 个，未收</translation>
    </message>
    <message>
        <source>{count} automatic numbers written out</source>
        <translation>自动编号 {count} 处，已写成文字</translation>
    </message>
    <message>
        <source>{count} comments</source>
        <translation>批注 {count} 条</translation>
    </message>
    <message>
        <source>{count} drawings of which only the words were kept</source>
        <translation>图形、图表 {count} 个，只收其中文字</translation>
    </message>
    <message>
        <source>{count} embedded objects left out</source>
        <translation>嵌入的文件或对象 {count} 个，未收</translation>
    </message>
    <message>
        <source>{count} equations taken as one line of text</source>
        <translation>公式 {count} 个，已写成一行文字</translation>
    </message>
    <message>
        <source>{count} fields by the text they show</source>
        <translation>域 {count} 个，按显示的文字收入</translation>
    </message>
    <message>
        <source>{count} footnotes and endnotes</source>
        <translation>脚注、尾注 {count} 条</translation>
    </message>
    <message>
        <source>{count} frames of cells taken as text</source>
        <translation>排版用的表格 {count} 个，已作正文收入</translation>
    </message>
    <message>
        <source>{count} full-width digits and letters</source>
        <translation>{count} 处全角数字、字母</translation>
    </message>
    <message>
        <source>{count} half-width marks</source>
        <translation>{count} 处半角标点</translation>
    </message>
    <message>
        <source>{count} hidden passages left out</source>
        <translation>隐藏文字 {count} 处，未收</translation>
    </message>
    <message>
        <source>{count} indents</source>
        <translation>{count} 处行首行尾空白</translation>
    </message>
    <message>
        <source>{count} invisible characters</source>
        <translation>{count} 处看不见的字符</translation>
    </message>
    <message>
        <source>{count} joined lines</source>
        <translation>{count} 处断行接合</translation>
    </message>
    <message>
        <source>{count} lines of web pages and page numbers</source>
        <translation>{count} 行网页杂项、页码</translation>
    </message>
    <message>
        <source>{count} linked pictures, not fetched</source>
        <translation>链接图片 {count} 张，未去取</translation>
    </message>
    <message>
        <source>{count} macros ignored</source>
        <translation>宏 {count} 个，未理会</translation>
    </message>
    <message>
        <source>{count} page headers and footers left out</source>
        <translation>页眉页脚 {count} 处，未收</translation>
    </message>
    <message>
        <source>{count} pictures moved from their cells behind the table</source>
        <translation>单元格里的图片 {count} 张，已移到表后</translation>
    </message>
    <message>
        <source>{count} pictures that cannot be read</source>
        <translation>图片 {count} 张读不出来</translation>
    </message>
    <message>
        <source>{count} replacements</source>
        <translation>{count} 处本单位替换</translation>
    </message>
    <message>
        <source>{count} spaces</source>
        <translation>{count} 处多余空格</translation>
    </message>
    <message>
        <source>{count} straight quotation marks</source>
        <translation>{count} 处直引号</translation>
    </message>
    <message>
        <source>{count} symbols written with the nearest character</source>
        <translation>符号字体的符号 {count} 个，已换成最接近的字符</translation>
    </message>
    <message>
        <source>{count} table columns too many, set below as text</source>
        <translation>表格超出的 {count} 列，已作正文放在表下</translation>
    </message>
    <message>
        <source>{count} table rows too many, set below as text</source>
        <translation>表格超出的 {count} 行，已作正文放在表下</translation>
    </message>
    <message>
        <source>{count} tables within tables taken as text</source>
        <translation>表中套表 {count} 个，已写成单元格文字</translation>
    </message>
    <message>
        <source>{count} text boxes taken as text</source>
        <translation>文本框 {count} 个，已作正文收入</translation>
    </message>
    <message>
        <source>{count} tracked changes of format</source>
        <translation>格式修订 {count} 处</translation>
    </message>
    <message>
        <source>{count} tracked deletions dropped</source>
        <translation>修订删除 {count} 处，已去掉</translation>
    </message>
    <message>
        <source>{count} tracked insertions kept</source>
        <translation>修订插入 {count} 处，已保留</translation>
    </message>
    <message>
        <source>{count} tracked moves, kept where they went to</source>
        <translation>修订移动 {count} 处，按移动后的位置</translation>
    </message>
    <message>
        <source>{count} unreadable characters</source>
        <translation>认不出的字符 {count} 个</translation>
    </message>
</context>
<context>
    <name>IntakeFlow</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All manuscripts</source>
        <translation>所有来稿</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Mails and archives</source>
        <translation>邮件和压缩包</translation>
    </message>
    <message>
        <source>Open manuscripts</source>
        <translation>打开来稿文件</translation>
    </message>
    <message>
        <source>Reading manuscripts …</source>
        <translation>正在读取来稿…</translation>
    </message>
    <message>
        <source>Reading was cancelled; nothing was taken in</source>
        <translation>已取消读取，没有收取任何来稿</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Text and web pages</source>
        <translation>文本和网页</translation>
    </message>
    <message>
        <source>{done} of {total} read: {name}</source>
        <translation>已读 {done}/{total}：{name}</translation>
    </message>
    <message>
        <source>{summary}; something was left out or changed</source>
        <translation>{summary}，有略去或改动</translation>
    </message>
</context>
<context>
    <name>IntakeSettings</name>
    <message>
        <source>Change how manuscripts are taken in</source>
        <translation>更改来稿设置</translation>
    </message>
    <message>
        <source>Manuscripts are taken in by these settings from now on</source>
        <translation>以后收稿按这些设置</translation>
    </message>
</context>
<context>
    <name>IntakeSettingsDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Footnotes and endnotes</source>
        <translation>脚注、尾注(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>; {left} lines have no two columns</source>
        <translation>；{left} 行没有两列</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复常用</translation>
    </message>
    <message>
        <source>Below their article</source>
        <translation>放在本篇文末</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>How manuscripts are taken in</source>
        <translation>来稿设置</translation>
    </message>
    <message>
        <source>Import replacements</source>
        <translation>导入替换表</translation>
    </message>
    <message>
        <source>In brackets where they belong</source>
        <translation>放在引用处的括号里</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>Read a text or CSV file with two columns: found, becomes</source>
        <translation>从两列的文本或 CSV 文件导入：原文、替换为</translation>
    </message>
    <message>
        <source>Remove the chosen rows (Del)</source>
        <translation>删除所选的行（Del）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Switch every rule on again; the replacements stay</source>
        <translation>重新打开全部清理项；替换表不变</translation>
    </message>
    <message>
        <source>The longest is found first; web and mail addresses are left alone</source>
        <translation>先找最长的；网址和邮箱地址不动</translation>
    </message>
    <message>
        <source>The office's own &amp;replacements</source>
        <translation>本单位替换表(&amp;R)</translation>
    </message>
    <message>
        <source>Two columns (*.txt *.csv *.tsv)</source>
        <translation>两列的表 (*.txt *.csv *.tsv)</translation>
    </message>
    <message>
        <source>by the table beside</source>
        <translation>按右边的表</translation>
    </message>
    <message>
        <source>control characters, zero-width spaces</source>
        <translation>控制字符、零宽空格</translation>
    </message>
    <message>
        <source>joined into whole paragraphs</source>
        <translation>接成整段</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>source, clicks, share, previous page: set aside</source>
        <translation>来源、浏览、分享、上一篇等，搁置</translation>
    </message>
    <message>
        <source>{added} added, {known} known already</source>
        <translation>添加 {added} 条，{known} 条已有</translation>
    </message>
</context>
<context>
    <name>IntakeSummary</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>已收进</translation>
    </message>
    <message>
        <source>Left out or changed</source>
        <translation>有略去或改动</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>没有读成</translation>
    </message>
    <message>
        <source>{count} lines set aside</source>
        <translation>搁置 {count} 行</translation>
    </message>
    <message>
        <source>{count} manuscripts came in</source>
        <translation>收进来稿 {count} 份</translation>
    </message>
    <message>
        <source>{count} manuscripts came in, {failed} were not read</source>
        <translation>收进来稿 {count} 份，{failed} 份没有读成</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>&amp;Classification</source>
        <translation>密级(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep for the publication</source>
        <translation>设为本刊物的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep the lists for the publication</source>
        <translation>设为本刊物的报送名单(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep the unit for the publication</source>
        <translation>设为本刊物的编印单位(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep unit and lists for the publication</source>
        <translation>设为本刊物的编印单位和报送名单(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>第几期(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Publication</source>
        <translation>刊物(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Running number</source>
        <translation>总期号(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Supplement, numbered apart</source>
        <translation>增刊，单独编号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年份(&amp;Y)</translation>
    </message>
    <message>
        <source>A masthead needs a name.</source>
        <translation>报头要有刊名。</translation>
    </message>
    <message>
        <source>A year has four digits, from {first} on.</source>
        <translation>年份写四位数字，从{first}年起。</translation>
    </message>
    <message>
        <source>As the publication</source>
        <translation>用刊物的</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy nu&amp;mber</source>
        <translation>份号(&amp;M)</translation>
    </message>
    <message>
        <source>Edited &amp;by</source>
        <translation>责任编辑(&amp;T)</translation>
    </message>
    <message>
        <source>Give the publication a name.</source>
        <translation>请给刊物起个名字。</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>报尾</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Issue details</source>
        <translation>本期信息</translation>
    </message>
    <message>
        <source>Issues are numbered from 1 on.</source>
        <translation>期号从1起。</translation>
    </message>
    <message>
        <source>Issuing &amp;unit</source>
        <translation>编印单位(&amp;U)</translation>
    </message>
    <message>
        <source>Make the issue</source>
        <translation>新建这一期</translation>
    </message>
    <message>
        <source>Mast&amp;head</source>
        <translation>刊名(&amp;H)</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新建一期</translation>
    </message>
    <message>
        <source>Re&amp;viewed by</source>
        <translation>审核(&amp;V)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>签发(&amp;G)</translation>
    </message>
    <message>
        <source>Temp&amp;late</source>
        <translation>模板(&amp;L)</translation>
    </message>
    <message>
        <source>The day is in {day}, the issue is one of {year}</source>
        <translation>日期在{day}年，本期是{year}年的</translation>
    </message>
    <message>
        <source>The one before is {issue}</source>
        <translation>前一期是{issue}</translation>
    </message>
    <message>
        <source>The running number before is {number}</source>
        <translation>前一期是总第{number}期</translation>
    </message>
    <message>
        <source>This is no day. Write it as 2026-1-30, or 1.30 for this year's.</source>
        <translation>这不是日期。请写成2026-1-30，本年的可写1.30。</translation>
    </message>
    <message>
        <source>{issue} (running number {running})</source>
        <translation>{issue}（总第{running}期）</translation>
    </message>
    <message>
        <source>{issue} of {year}</source>
        <translation>{year}年{issue}</translation>
    </message>
    <message>
        <source>{issue} of {year} has this running number already</source>
        <translation>{year}年{issue}已用了这个总期号</translation>
    </message>
    <message>
        <source>{issue} of {year} is there already</source>
        <translation>{year}年{issue}已经有了</translation>
    </message>
    <message>
        <source>{issue}, the first of this publication</source>
        <translation>{issue}，本刊物的第一期</translation>
    </message>
    <message>
        <source>{issue}, with sections and lists as in {last}</source>
        <translation>{issue}，栏目和报送名单同{last}</translation>
    </message>
    <message>
        <source>{issue}, with sections as in {last} and the publication's lists</source>
        <translation>{issue}，栏目同{last}，报送名单用刊物的</translation>
    </message>
</context>
<context>
    <name>IssueFlow</name>
    <message>
        <source>Issue details</source>
        <translation>本期信息</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新建一期</translation>
    </message>
</context>
<context>
    <name>IssuePart</name>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差别。</translation>
    </message>
    <message>
        <source>Restore the arrangement of then</source>
        <translation>恢复当时的编排</translation>
    </message>
    <message>
        <source>Restore the details of then</source>
        <translation>恢复当时的本期信息</translation>
    </message>
    <message>
        <source>Restored the arrangement of {time}</source>
        <translation>已恢复{time}的编排</translation>
    </message>
    <message>
        <source>Restored the details of {time}</source>
        <translation>已恢复{time}的本期信息</translation>
    </message>
    <message>
        <source>Sections and articles stand as they stood then.</source>
        <translation>栏目与稿件的编排与当时相同。</translation>
    </message>
    <message>
        <source>The details are as they were then.</source>
        <translation>本期信息与当时相同。</translation>
    </message>
    <message>
        <source>The issue as it was first kept.</source>
        <translation>本期最早的记录：</translation>
    </message>
    <message>
        <source>{done}; {count} articles stay in other issues</source>
        <translation>{done}，另有 {count} 篇稿件已在其他期中，未移动</translation>
    </message>
</context>
<context>
    <name>KeyLegend</name>
    <message>
        <source>All keys (?)</source>
        <translation>全部按键（?）</translation>
    </message>
</context>
<context>
    <name>LibraryPlaces</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Library (*.db)</source>
        <translation>资料库 (*.db)</translation>
    </message>
    <message>
        <source>Library (*.db);;All files (*)</source>
        <translation>资料库 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Make a library</source>
        <translation>新建资料库</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>There is a file {name} already. It was left as it is; choose another name.</source>
        <translation>已经有文件 {name}，没有动它。请另起一个名称。</translation>
    </message>
    <message>
        <source>library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>LibraryWatch</name>
    <message>
        <source>The library is no longer in its place. All of it is being saved elsewhere…</source>
        <translation>资料库不在原处了，正在把全部内容另存到别处…</translation>
    </message>
    <message>
        <source>The library {path} can no longer be reached. The issue that was open was saved in {target}, which is open now. Connect the drive again to get at the rest.</source>
        <translation>读不到资料库 {path} 了。打开着的这一期已另存到 {target}，现在打开的就是它；其余内容请重新接好 U 盘或网络盘后再取。</translation>
    </message>
    <message>
        <source>The library {path} was moved, deleted or replaced while it was open. All of it was saved in {target}, which is open now.</source>
        <translation>资料库 {path} 打开期间被移走、删除或替换了。全部内容已另存到 {target}，现在打开的就是它。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>另存</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>The original, line by line</source>
        <translation>来稿原文，逐行</translation>
    </message>
</context>
<context>
    <name>ListsEditor</name>
    <message>
        <source>&amp;Use {total}</source>
        <translation>改为{total}(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;opies printed</source>
        <translation>共印份数(&amp;O)</translation>
    </message>
    <message>
        <source>Copies beyond the lists, such as those kept on file</source>
        <translation>名单以外的份数，如存档</translation>
    </message>
    <message>
        <source>D&amp;istribute to</source>
        <translation>发(&amp;I)</translation>
    </message>
    <message>
        <source>Distribute to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Lists of recipients</source>
        <translation>报送名单</translation>
    </message>
    <message>
        <source>Report &amp;to</source>
        <translation>报(&amp;B)</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>S&amp;end to</source>
        <translation>送(&amp;E)</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>Sho&amp;w copies behind the names in print</source>
        <translation>名称后印出份数(&amp;W)</translation>
    </message>
    <message>
        <source>Sp&amp;are copies</source>
        <translation>存档备用(&amp;A)</translation>
    </message>
    <message>
        <source>The lists and the spare copies come to {total}</source>
        <translation>名单加存档合计{total}份</translation>
    </message>
    <message>
        <source>{listed} for the lists, {spare} spare</source>
        <translation>名单{listed}份，存档备用{spare}份</translation>
    </message>
    <message>
        <source>“{name}” stands twice</source>
        <translation>“{name}”出现了两次</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Checked</source>
        <translation>已校(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Default layout</source>
        <translation>恢复默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Diagnostic information…</source>
        <translation>诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Draft</source>
        <translation>草稿(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export Word…</source>
        <translation>导出 Word(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Filter the tree</source>
        <translation>筛选资料库(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Focus on the text</source>
        <translation>专注(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;How manuscripts are taken in…</source>
        <translation>来稿设置(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>期刊(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Issue details…</source>
        <translation>本期信息(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>原大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open manuscripts…</source>
        <translation>打开来稿文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Original beside the text</source>
        <translation>看原件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paragraph</source>
        <translation>段落(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Recent issues</source>
        <translation>最近的期(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>立即保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Search the library…</source>
        <translation>查找资料库(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Sent for approval</source>
        <translation>送审(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Special characters…</source>
        <translation>特殊字符(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>开始页(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Table…</source>
        <translation>表格(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Take in what was sent…</source>
        <translation>收入同事发来的文件(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Tour in five steps</source>
        <translation>五步导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>目录树(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>2026年1月30日</source>
        <translation>2026年1月30日</translation>
    </message>
    <message>
        <source>A line of its own, set as the date of a letter</source>
        <translation>另起一行，按成文日期排</translation>
    </message>
    <message>
        <source>A short line that begins with 一、（一）1.（1） becomes a heading when Enter ends it; Backspace takes that back</source>
        <translation>以 一、（一）1.（1）开头的短行，回车后自动设为标题；退格即撤销</translation>
    </message>
    <message>
        <source>Archi&amp;ve this issue…</source>
        <translation>归档本期(&amp;Z)…</translation>
    </message>
    <message>
        <source>Bac&amp;kups and restoring…</source>
        <translation>备份与恢复(&amp;K)…</translation>
    </message>
    <message>
        <source>Bulletin Desktop</source>
        <translation>简报编辑台</translation>
    </message>
    <message>
        <source>Check the librar&amp;y…</source>
        <translation>检查资料库(&amp;J)…</translation>
    </message>
    <message>
        <source>Choose a section or an issue by typing</source>
        <translation>输入几个字，选择要移到的栏目或期</translation>
    </message>
    <message>
        <source>Cle&amp;ar marks</source>
        <translation>清除字符格式(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Compare an exchange file with what is here, and choose what to take</source>
        <translation>把交换文件与本机对照，选择收入哪些</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>恢复刚撤销的一步</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>创建副本(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xchange with colleagues</source>
        <translation>与同事交换(&amp;X)</translation>
    </message>
    <message>
        <source>Every command by its name</source>
        <translation>按名字找到任何一个命令</translation>
    </message>
    <message>
        <source>Export P&amp;DF…</source>
        <translation>导出 P&amp;DF…</translation>
    </message>
    <message>
        <source>Export a web pa&amp;ge…</source>
        <translation>导出网页(&amp;G)…</translation>
    </message>
    <message>
        <source>Export and open in &amp;Word</source>
        <translation>导出并打开(&amp;W)</translation>
    </message>
    <message>
        <source>Export plain &amp;text…</source>
        <translation>导出纯文本(&amp;T)…</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find an issue or an article by its title</source>
        <translation>按标题找到一期或一篇稿件</translation>
    </message>
    <message>
        <source>Find any words ever printed, in headlines, texts and credits of all issues</source>
        <translation>在全部刊物、全部期的标题、正文和供稿里查找</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>Find words in this article, this issue or the whole library</source>
        <translation>在本文、本期或全库中查找文字</translation>
    </message>
    <message>
        <source>Give tree, text and pages their usual widths</source>
        <translation>目录树、正文和预览恢复原来的宽度</translation>
    </message>
    <message>
        <source>Go on where you were, or begin something</source>
        <translation>接着上次做，或者另起一件</translation>
    </message>
    <message>
        <source>Go on with another library, now and from the next start on</source>
        <translation>改用另一个资料库，以后启动时也打开它</translation>
    </message>
    <message>
        <source>Go to an iss&amp;ue or article…</source>
        <translation>转到期或稿件(&amp;U)…</translation>
    </message>
    <message>
        <source>Headings &amp;from numbers</source>
        <translation>按编号设标题(&amp;F)</translation>
    </message>
    <message>
        <source>How this publication's issues look: page, fonts, masthead, imprint</source>
        <translation>本刊各期的样子：页面、字体、报头、报尾</translation>
    </message>
    <message>
        <source>I&amp;nsert</source>
        <translation>插入(&amp;N)</translation>
    </message>
    <message>
        <source>Insert a picture</source>
        <translation>插入图片</translation>
    </message>
    <message>
        <source>Insert a table</source>
        <translation>插入表格</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>保留窗口</translation>
    </message>
    <message>
        <source>Let this exported issue follow its publication's template as it is now</source>
        <translation>让这份已导出的期按刊物现在的版式重排</translation>
    </message>
    <message>
        <source>Make a folder with the issue in every format, its originals and a list of contents</source>
        <translation>生成一个文件夹，内有各种格式的本期、原稿和目录</translation>
    </message>
    <message>
        <source>Make an empty library and go on with it</source>
        <translation>新建一个空白资料库，并改用它</translation>
    </message>
    <message>
        <source>Make one article of those that are selected</source>
        <translation>把选中的几篇合并为一篇</translation>
    </message>
    <message>
        <source>Make the next issue of a publication</source>
        <translation>新建某刊物的下一期</translation>
    </message>
    <message>
        <source>Make the selection plain: no bold, no underline</source>
        <translation>去掉所选文字的加粗、下划线等</translation>
    </message>
    <message>
        <source>Make two articles of this one, parted at the cursor</source>
        <translation>从光标处把这篇拆成两篇</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Mer&amp;ge articles</source>
        <translation>合并稿件(&amp;G)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Move t&amp;o…</source>
        <translation>移动到(&amp;O)…</translation>
    </message>
    <message>
        <source>Move to the recycle bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Name, unit, mailing lists and people of the publication</source>
        <translation>刊物的名称、编印单位、报送名单和人员</translation>
    </message>
    <message>
        <source>New &amp;article</source>
        <translation>新建稿件(&amp;A)</translation>
    </message>
    <message>
        <source>New &amp;issue…</source>
        <translation>新建一期(&amp;N)…</translation>
    </message>
    <message>
        <source>New &amp;section</source>
        <translation>新建栏目(&amp;S)</translation>
    </message>
    <message>
        <source>New li&amp;brary…</source>
        <translation>新建资料库(&amp;B)…</translation>
    </message>
    <message>
        <source>Nothing but the sheet; Esc comes back</source>
        <translation>只留稿纸，按 Esc 返回</translation>
    </message>
    <message>
        <source>Number the headings in order: 一、（一）1.（1）</source>
        <translation>按顺序重编标题号：一、（一）1.（1）</translation>
    </message>
    <message>
        <source>Number, date, masthead and imprint of this issue</source>
        <translation>这一期的期号、日期、报头和报尾</translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation>打开资料库(&amp;L)…</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Open the export &amp;folder</source>
        <translation>打开导出文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the s&amp;ample</source>
        <translation>打开示例(&amp;A)</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>上一窗格(&amp;R)</translation>
    </message>
    <message>
        <source>Pack facts for whoever helps you; no text of yours is in it</source>
        <translation>把版本、设置和记录打包，交给帮您解决问题的人；不含任何稿件内容</translation>
    </message>
    <message>
        <source>Page &amp;break</source>
        <translation>分页符(&amp;B)</translation>
    </message>
    <message>
        <source>Page and te&amp;mplate…</source>
        <translation>版式(&amp;M)…</translation>
    </message>
    <message>
        <source>Paste &amp;manuscripts</source>
        <translation>粘贴成稿(&amp;V)</translation>
    </message>
    <message>
        <source>Paste only te&amp;xt</source>
        <translation>只粘贴文字(&amp;X)</translation>
    </message>
    <message>
        <source>Paste the clipboard's text without formats, tables and pictures</source>
        <translation>只粘贴剪贴板中的文字，不带格式、表格和图片</translation>
    </message>
    <message>
        <source>Print the issue on paper</source>
        <translation>把本期打印到纸上</translation>
    </message>
    <message>
        <source>Pu&amp;blication…</source>
        <translation>刊物(&amp;B)…</translation>
    </message>
    <message>
        <source>Put a copy below</source>
        <translation>在下方放一份副本</translation>
    </message>
    <message>
        <source>Put back where it was</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Put other words in the place of what is found, one by one or all at once</source>
        <translation>把找到的文字换成别的，逐处替换或一次全部替换</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>替换(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;number headings</source>
        <translation>重编标题号(&amp;N)</translation>
    </message>
    <message>
        <source>Read Word, WPS, PDF and other files as articles</source>
        <translation>读取 Word、WPS、PDF 等文件，识别为稿件</translation>
    </message>
    <message>
        <source>Read a made-up pile of manuscripts, to try the program</source>
        <translation>读入一批虚构的来稿，试用本程序</translation>
    </message>
    <message>
        <source>Read the clipboard's text as articles</source>
        <translation>把剪贴板里的文字读成稿件</translation>
    </message>
    <message>
        <source>Register of manus&amp;cripts…</source>
        <translation>来稿登记(&amp;C)…</translation>
    </message>
    <message>
        <source>Res&amp;tore</source>
        <translation>还原(&amp;T)</translation>
    </message>
    <message>
        <source>Rules of cleaning, the office's own replacements, footnotes</source>
        <translation>清理项目、本单位替换表、脚注</translation>
    </message>
    <message>
        <source>S&amp;igned</source>
        <translation>签发(&amp;I)</translation>
    </message>
    <message>
        <source>See whether every text, picture and file is as it was saved</source>
        <translation>看看每篇正文、每张图片、每份原件是否与保存时一致</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Send the selected &amp;articles…</source>
        <translation>发送选中的稿件(&amp;A)…</translation>
    </message>
    <message>
        <source>Send this &amp;issue…</source>
        <translation>发送本期(&amp;I)…</translation>
    </message>
    <message>
        <source>Set it anew</source>
        <translation>本期也重排</translation>
    </message>
    <message>
        <source>Set the issue a&amp;new</source>
        <translation>按现行版式重排(&amp;N)</translation>
    </message>
    <message>
        <source>Show only articles with certain words</source>
        <translation>只显示含有某些词的稿件</translation>
    </message>
    <message>
        <source>Show the text at 100 %</source>
        <translation>按 100% 显示</translation>
    </message>
    <message>
        <source>Show the text larger, on the screen only (also Ctrl and the wheel)</source>
        <translation>放大稿纸文字，只影响屏幕显示（也可按住 Ctrl 滚动滚轮）</translation>
    </message>
    <message>
        <source>Show the text smaller, on the screen only</source>
        <translation>缩小稿纸文字，只影响屏幕显示</translation>
    </message>
    <message>
        <source>Show where the last file was written</source>
        <translation>查看上次导出的位置</translation>
    </message>
    <message>
        <source>Sp&amp;lit here</source>
        <translation>从光标处拆分(&amp;L)</translation>
    </message>
    <message>
        <source>Stat&amp;e</source>
        <translation>状态(&amp;E)</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>显示比例(&amp;X)</translation>
    </message>
    <message>
        <source>The backups of the library, what is in them, and the way back to one</source>
        <translation>查看资料库的各个备份，需要时恢复其中一个</translation>
    </message>
    <message>
        <source>The file an article came in, as it was, beside the text</source>
        <translation>在正文旁边看收到的原件文字</translation>
    </message>
    <message>
        <source>The way from a manuscript to a Word file</source>
        <translation>从来稿到 Word 文件走一遍</translation>
    </message>
    <message>
        <source>Today &amp;below the signature</source>
        <translation>署名下的日期(&amp;B)</translation>
    </message>
    <message>
        <source>Today in &amp;Chinese numerals</source>
        <translation>今天，汉字数字(&amp;C)</translation>
    </message>
    <message>
        <source>Today in &amp;digits</source>
        <translation>今天，阿拉伯数字(&amp;D)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tree, text, panel, pages in turn</source>
        <translation>在目录树、正文、面板、预览之间轮换</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What came in, from whom, and what has become of it</source>
        <translation>来了哪些稿、谁供的稿、用了没有</translation>
    </message>
    <message>
        <source>What follows starts a page</source>
        <translation>其后的内容另起一页</translation>
    </message>
    <message>
        <source>What you need to know about where you are</source>
        <translation>当前这一处的说明</translation>
    </message>
    <message>
        <source>What you type is saved by itself within a second; this does it at once</source>
        <translation>输入的文字一秒内自动保存；按此立刻存好</translation>
    </message>
    <message>
        <source>What you typed last could not be saved in the library. It is kept in a file beside it and comes back when you open the library the next time.</source>
        <translation>最后键入的文字没能存进资料库，已记在资料库旁边的文件里，下次打开资料库时会找回。</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. It is kept as long as this window is open.</source>
        <translation>最后输入的文字没能保存。只要窗口不关，文字就还在。</translation>
    </message>
    <message>
        <source>White on black, for weak eyes and bad screens</source>
        <translation>黑底白字，适合视力弱或屏幕差时使用</translation>
    </message>
    <message>
        <source>Write an article from scratch</source>
        <translation>从头写一篇稿件</translation>
    </message>
    <message>
        <source>Write the articles with their pictures and originals to one file for another machine</source>
        <translation>把稿件连同图片和原文件写成一个文件，带到另一台电脑</translation>
    </message>
    <message>
        <source>Write the issue as a PDF: the same pages, to read and print anywhere</source>
        <translation>把本期写成 PDF：版面相同，在哪里都能阅读、打印</translation>
    </message>
    <message>
        <source>Write the issue as a Word file</source>
        <translation>把这一期写成 Word 文件</translation>
    </message>
    <message>
        <source>Write the issue as a Word file and open it</source>
        <translation>写成 Word 文件并打开</translation>
    </message>
    <message>
        <source>Write the issue as one file for the intranet</source>
        <translation>把本期写成一个网页文件，供内网发布</translation>
    </message>
    <message>
        <source>Write the issue as text for a mail</source>
        <translation>把本期写成纯文本，可贴进邮件</translation>
    </message>
    <message>
        <source>Write the issue with its pictures and originals to one file for another machine</source>
        <translation>把整期连同图片和原文件写成一个文件，带到另一台电脑</translation>
    </message>
    <message>
        <source>{done}. This issue was exported and keeps its look.</source>
        <translation>{done}。本期已导出，保持原样。</translation>
    </message>
    <message>
        <source>〔〕※①★ and others, those used last first</source>
        <translation>〔〕※①★ 等，最近用过的排在前面</translation>
    </message>
    <message>
        <source>二〇二六年一月三十日</source>
        <translation>二〇二六年一月三十日</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Bulletin Desktop</source>
        <translation>简报编辑台</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>MoveFlow</name>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Move to: a section or an issue</source>
        <translation>移动到：输入栏目或期</translation>
    </message>
</context>
<context>
    <name>NetworkWarning</name>
    <message>
        <source>This library lies on a network drive. If the connection breaks while you write, it can be damaged, and only one person can have it open. Safer: keep it on this computer and let the backups go to the drive.</source>
        <translation>这个资料库在网络盘上。写作时网络一旦中断，资料库可能损坏；而且同时只能有一个人打开。更稳妥的办法：资料库放在本机，让备份存到网络盘。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Objects</name>
    <message>
        <source>Page break</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{count} more rows</source>
        <translation>还有 {count} 行</translation>
    </message>
    <message>
        <source>{kind} picture
Word shows it</source>
        <translation>{kind} 图片
在 Word 中显示</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Look at the original</source>
        <translation>看原件</translation>
    </message>
    <message>
        <source>Reading the original…</source>
        <translation>正在读原件…</translation>
    </message>
    <message>
        <source>This article came in without a file.</source>
        <translation>这篇稿件没有原件。</translation>
    </message>
</context>
<context>
    <name>OriginLine</name>
    <message>
        <source>Original: {name}</source>
        <translation>原件：{name}</translation>
    </message>
    <message>
        <source>from {sender}</source>
        <translation>供稿 {sender}</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>收到 {day}</translation>
    </message>
    <message>
        <source>{month}/{day}</source>
        <translation>{month}月{day}日</translation>
    </message>
    <message>
        <source>{month}/{day}/{year}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
</context>
<context>
    <name>OriginalPane</name>
    <message>
        <source>Hide the original</source>
        <translation>收起原件</translation>
    </message>
    <message>
        <source>Hide the original (Esc)</source>
        <translation>收起原件（Esc）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the original in its program</source>
        <translation>用电脑上的程序打开原件</translation>
    </message>
    <message>
        <source>Save the original as it came</source>
        <translation>把原件原样存出来</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>另存…</translation>
    </message>
    <message>
        <source>Text of the original</source>
        <translation>原件文字</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>这个文件里没有文字。</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>保存原件</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no program for “{name}” on this computer. Look at its text instead.</source>
        <translation>这台电脑上没有能打开“{name}”的程序。可以改看原件的文字。</translation>
    </message>
    <message>
        <source>“{name}” was saved</source>
        <translation>已保存“{name}”</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Nothing was printed</source>
        <translation>什么也没有打印</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>{count} pages were sent to {printer}</source>
        <translation>{count} 页已送往 {printer}</translation>
    </message>
    <message>
        <source>{name} was not written</source>
        <translation>没有写出 {name}</translation>
    </message>
    <message>
        <source>{name}: {count} pages written</source>
        <translation>已导出 {name}，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Fit page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>页面大小</translation>
    </message>
</context>
<context>
    <name>PageField</name>
    <message>
        <source>Go to a page (Ctrl+G)</source>
        <translation>转到页 (Ctrl+G)</translation>
    </message>
    <message>
        <source>Number of the page to go to</source>
        <translation>要转到的页码</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} / {count} 页</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Help page</source>
        <translation>帮助页</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Choose something in the tree first</source>
        <translation>要先在目录树里选中</translation>
    </message>
    <message>
        <source>Not possible just now</source>
        <translation>现在不能用</translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation>要先打开一篇稿件</translation>
    </message>
    <message>
        <source>Open an issue first</source>
        <translation>要先打开一期</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>要找什么</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的</translation>
    </message>
</context>
<context>
    <name>PaletteFlow</name>
    <message>
        <source>A command, an issue or an article: 导出, export or dc</source>
        <translation>命令、期或稿件：导出、export 或 dc 都行</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>没有叫这个名字的</translation>
    </message>
    <message>
        <source>The title of an issue or an article</source>
        <translation>期或稿件的标题</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>PanelArea</name>
    <message>
        <source>Fold the panel</source>
        <translation>收起面板</translation>
    </message>
    <message>
        <source>Fold the panel (Esc)</source>
        <translation>收起面板（Esc）</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Skip this file</source>
        <translation>跳过此文件(&amp;S)</translation>
    </message>
    <message>
        <source>Encrypted manuscript</source>
        <translation>加密来稿</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Skip all {count}</source>
        <translation>全部跳过（{count} 份）</translation>
    </message>
</context>
<context>
    <name>PasteFlow</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Keep only the text</source>
        <translation>只留文字</translation>
    </message>
    <message>
        <source>Left out: {things}.</source>
        <translation>去掉了 {things}。</translation>
    </message>
    <message>
        <source>Paste all as text</source>
        <translation>全部粘贴为文字</translation>
    </message>
    <message>
        <source>Paste as much as that</source>
        <translation>粘贴这么多</translation>
    </message>
    <message>
        <source>The page is too complex: only its text was pasted.</source>
        <translation>网页过于复杂，只粘贴了文字。</translation>
    </message>
    <message>
        <source>The table is larger than {rows} rows and {columns} columns. Nothing was pasted yet.</source>
        <translation>表格超过 {rows} 行或 {columns} 列，还没有粘贴。</translation>
    </message>
    <message>
        <source>The text was changed since: nothing was done.</source>
        <translation>粘贴后又改动过，未作处理。</translation>
    </message>
    <message>
        <source>the addresses of {count} links</source>
        <translation>{count} 个链接的网址</translation>
    </message>
    <message>
        <source>{count} comments</source>
        <translation>{count} 条批注</translation>
    </message>
    <message>
        <source>{count} embedded objects</source>
        <translation>{count} 个嵌入对象</translation>
    </message>
    <message>
        <source>{count} fonts, sizes and colours</source>
        <translation>{count} 种字体格式</translation>
    </message>
    <message>
        <source>{count} hidden passages</source>
        <translation>{count} 处隐藏文字</translation>
    </message>
    <message>
        <source>{count} pictures from the web</source>
        <translation>{count} 张网络图片</translation>
    </message>
    <message>
        <source>{count} pictures of cells now stand below their table.</source>
        <translation>单元格中的 {count} 张图片移到了表格下面。</translation>
    </message>
    <message>
        <source>{count} pictures that cannot be read</source>
        <translation>{count} 张无法读取的图片</translation>
    </message>
    <message>
        <source>{count} tracked deletions</source>
        <translation>{count} 处修订删除的内容</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>图注(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>更换(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Text width</source>
        <translation>版心宽(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Height {height} mm</source>
        <translation>高 {height} 毫米</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Width as a share of the text's</source>
        <translation>宽度占版心的百分比</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>{width} mm, {share} % of the text</source>
        <translation>{width} 毫米，版心的 {share}%</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>(Credit)</source>
        <translation>（供稿）</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Write or paste the text here</source>
        <translation>在此输入或粘贴正文</translation>
    </message>
    <message>
        <source>—— Subtitle</source>
        <translation>——副题</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>The pages of an issue appear here while you write.</source>
        <translation>打开一期后，这里随写随现成品页面。</translation>
    </message>
    <message>
        <source>{font} and {count} more fonts are not installed here; {used} stands in. The Word file keeps their names.</source>
        <translation>缺 {font} 等字体（另 {count} 种），以 {used} 代替；Word 文件保留原名。</translation>
    </message>
    <message>
        <source>{font} is not installed here; {used} stands in for it. The Word file keeps {font}.</source>
        <translation>缺 {font}，以 {used} 代替；Word 文件保留 {font}。</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>展开预览</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>&amp;Copies</source>
        <translation>份数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Printer</source>
        <translation>打印机(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Two-sided, bound at the long edge</source>
        <translation>双面打印，长边装订(&amp;T)</translation>
    </message>
    <message>
        <source>All {count} pages</source>
        <translation>全部 {count} 页</translation>
    </message>
    <message>
        <source>C&amp;opy by copy</source>
        <translation>逐份打印(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>彩色(&amp;L)</translation>
    </message>
    <message>
        <source>For example 1-3,5</source>
        <translation>例如 1-3,5</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>页面(&amp;A)</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page {nth} of {count}</source>
        <translation>第 {nth} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Page {number} ({nth} of {count})</source>
        <translation>第 {number} 页（{nth}/{count}）</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Some pages</source>
        <translation>指定页码</translation>
    </message>
    <message>
        <source>There is no printer on this computer. Save the pages as PDF and print them where there is one.</source>
        <translation>这台电脑上没有打印机。可以存为 PDF，拿到有打印机的电脑上打印。</translation>
    </message>
    <message>
        <source>This issue has the pages 1 to {count}. Name some of them, for example 1-3,5.</source>
        <translation>本期有第 1 至 {count} 页。请写明其中几页，例如 1-3,5。</translation>
    </message>
    <message>
        <source>This page ({number})</source>
        <translation>当前页（第 {number} 页）</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>哪几页</translation>
    </message>
    <message>
        <source>{sheets} sheets of paper</source>
        <translation>需要 {sheets} 张纸</translation>
    </message>
</context>
<context>
    <name>PrintFlow</name>
    <message>
        <source>Printing {count} pages …</source>
        <translation>正在打印 {count} 页……</translation>
    </message>
</context>
<context>
    <name>ProblemTips</name>
    <message>
        <source>A bracket or quotation mark stands alone</source>
        <translation>括号或引号不成对</translation>
    </message>
    <message>
        <source>A date without a signature</source>
        <translation>有日期没有署名</translation>
    </message>
    <message>
        <source>A level of headings is left out</source>
        <translation>标题层次跳级</translation>
    </message>
    <message>
        <source>A number is left out</source>
        <translation>序号不连续</translation>
    </message>
    <message>
        <source>A number stands twice</source>
        <translation>序号重复</translation>
    </message>
    <message>
        <source>A salutation that is not at the beginning</source>
        <translation>称谓不在开头</translation>
    </message>
    <message>
        <source>A signature without a date</source>
        <translation>有署名没有日期</translation>
    </message>
    <message>
        <source>An empty paragraph</source>
        <translation>有空段落</translation>
    </message>
    <message>
        <source>No headline</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>没有正文</translation>
    </message>
</context>
<context>
    <name>ProgressNotice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PublicationDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Another publication has this name too</source>
        <translation>另有一个刊物也叫这个名字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edited &amp;by</source>
        <translation>责任编辑(&amp;T)</translation>
    </message>
    <message>
        <source>For every new issue</source>
        <translation>每期通用</translation>
    </message>
    <message>
        <source>Give the publication a name.</source>
        <translation>请给刊物起个名字。</translation>
    </message>
    <message>
        <source>Issuing &amp;unit</source>
        <translation>编印单位(&amp;U)</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>Publication “{name}”</source>
        <translation>刊物“{name}”</translation>
    </message>
    <message>
        <source>Re&amp;viewed by</source>
        <translation>审核(&amp;V)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>签发(&amp;G)</translation>
    </message>
    <message>
        <source>Temp&amp;late</source>
        <translation>模板(&amp;L)</translation>
    </message>
    <message>
        <source>The {count} issues there are keep their mastheads</source>
        <translation>已有的{count}期报头不变</translation>
    </message>
    <message>
        <source>as in the last issue</source>
        <translation>同上一期</translation>
    </message>
</context>
<context>
    <name>Publications</name>
    <message>
        <source>Publication</source>
        <translation>刊物</translation>
    </message>
    <message>
        <source>There is no publication yet: it comes with its first issue</source>
        <translation>还没有刊物：新建第一期时会一并建立</translation>
    </message>
</context>
<context>
    <name>ReadingMode</name>
    <message>
        <source>Ask for write permission, or copy the library.</source>
        <translation>要修改，请取得写入权限，或把资料库复制到别处。</translation>
    </message>
    <message>
        <source>For reading only: {reason}. Reading, searching and exporting work as always. {remedy}</source>
        <translation>只读：{reason}。可以照常查看、搜索和导出。{remedy}</translation>
    </message>
    <message>
        <source>Make room on it to go on.</source>
        <translation>要修改，请先在这个盘上腾出空间。</translation>
    </message>
    <message>
        <source>Take off its lock, or copy the library to this computer.</source>
        <translation>要修改，请解除写保护，或把资料库复制到本机。</translation>
    </message>
    <message>
        <source>Take the write protection off the file to go on.</source>
        <translation>要修改，请去掉文件的“只读”属性。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>Receive</name>
    <message>
        <source>(no headline)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Bring back, as theirs</source>
        <translation>收回，用对方的</translation>
    </message>
    <message>
        <source>Delete here too</source>
        <translation>本机也删除</translation>
    </message>
    <message>
        <source>Details of the issue</source>
        <translation>期的信息</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两份都留</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留本机的</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不收入</translation>
    </message>
    <message>
        <source>Sections and order</source>
        <translation>栏目与次序</translation>
    </message>
    <message>
        <source>State</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Stays deleted</source>
        <translation>仍然删除</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Take in beside</source>
        <translation>作为新稿件收入</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>取对方的</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>another here</source>
        <translation>本机的不同</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>两边都改过</translation>
    </message>
    <message>
        <source>damaged here</source>
        <translation>本机的已损坏</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>本机已删除</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>对方已删除</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新稿件</translation>
    </message>
    <message>
        <source>newer here</source>
        <translation>本机较新</translation>
    </message>
    <message>
        <source>newer there</source>
        <translation>对方较新</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>不用处理</translation>
    </message>
    <message>
        <source>please decide</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>{how} {count}</source>
        <translation>{how} {count}</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Another issue here has this number.</source>
        <translation>本机已有另一期用了这个期号。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From {file}</source>
        <translation>收自 {file}</translation>
    </message>
    <message>
        <source>Mine:</source>
        <translation>本机的：</translation>
    </message>
    <message>
        <source>New articles go</source>
        <translation>新稿件放进</translation>
    </message>
    <message>
        <source>Put its articles into the issue here</source>
        <translation>把稿件放进本机那一期</translation>
    </message>
    <message>
        <source>Show what is the &amp;same ({count})</source>
        <translation>也列出相同的 {count} 项(&amp;S)</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Take in what a colleague sent</source>
        <translation>收入同事发来的文件</translation>
    </message>
    <message>
        <source>Take it in as number {number}</source>
        <translation>收为第 {number} 期</translation>
    </message>
    <message>
        <source>The template this issue is set by: “{name}”</source>
        <translation>这一期用的模板：“{name}”</translation>
    </message>
    <message>
        <source>Theirs:</source>
        <translation>对方的：</translation>
    </message>
    <message>
        <source>This issue is here too. What is not taken stays among the versions.</source>
        <translation>本机也有这一期。没有取用的文字留在稿件的版本里。</translation>
    </message>
    <message>
        <source>This issue is new here.</source>
        <translation>本机还没有这一期。</translation>
    </message>
    <message>
        <source>This issue lies in the recycle bin here; it comes back to its place.</source>
        <translation>这一期在本机的回收站里，收入时放回原处。</translation>
    </message>
    <message>
        <source>What theirs would change here:</source>
        <translation>取对方的，本机会有这些变化：</translation>
    </message>
    <message>
        <source>into {issue}</source>
        <translation>{issue}</translation>
    </message>
    <message>
        <source>to their section, or among the manuscripts</source>
        <translation>原来的栏目，没有则放进来稿</translation>
    </message>
    <message>
        <source>{count} left to decide</source>
        <translation>还有 {count} 项要您选择</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>选中 {count} 项</translation>
    </message>
</context>
<context>
    <name>Receiving</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Everything stays as it is here</source>
        <translation>本机保持不变</translation>
    </message>
    <message>
        <source>Exchange file (*{ending})</source>
        <translation>交换文件 (*{ending})</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Take in what a colleague sent</source>
        <translation>收入同事发来的文件</translation>
    </message>
    <message>
        <source>Take in “{name}”</source>
        <translation>收入“{name}”</translation>
    </message>
    <message>
        <source>{added} new articles, {replaced} brought up to date</source>
        <translation>收入新稿件 {added} 篇，更新 {replaced} 篇</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇稿件</translation>
    </message>
    <message>
        <source>{publication} {year} {number}, {count} articles</source>
        <translation>{publication} {year}年{number}，{count} 篇稿件</translation>
    </message>
    <message>
        <source>“{name}” is the same as what is here: there is nothing to take in</source>
        <translation>“{name}”与本机相同，没有要收入的</translation>
    </message>
</context>
<context>
    <name>RecentIssues</name>
    <message>
        <source>Nothing was open yet</source>
        <translation>还没有打开过哪一期</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>{month}/{day}</source>
        <translation>{month}月{day}日</translation>
    </message>
    <message>
        <source>{publication} {year} {number}</source>
        <translation>{publication} {year}年{number}</translation>
    </message>
    <message>
        <source>{title}, {time}</source>
        <translation>{title}，{time}</translation>
    </message>
</context>
<context>
    <name>RecipientTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>RecipientsModel</name>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>供稿单位</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Man&amp;uscripts</source>
        <translation>来稿(&amp;U)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Original file</source>
        <translation>原文件名</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Register of manuscripts</source>
        <translation>来稿登记表</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>退稿</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>采用期号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待用</translation>
    </message>
    <message>
        <source>What came in, from whom, and what has become of it (Ctrl+Shift+R)</source>
        <translation>来了哪些稿、谁供的稿、用了没有（Ctrl+Shift+R）</translation>
    </message>
</context>
<context>
    <name>RegisterActions</name>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export what is listed…</source>
        <translation>导出所列来稿(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Open in the editor	Enter</source>
        <translation>打开(&amp;O)	Enter</translation>
    </message>
    <message>
        <source>&amp;Waiting</source>
        <translation>待用(&amp;W)</translation>
    </message>
    <message>
        <source>Change the &amp;author</source>
        <translation>改作者(&amp;A)</translation>
    </message>
    <message>
        <source>Change the &amp;contributor	F2</source>
        <translation>改供稿单位(&amp;C)	F2</translation>
    </message>
    <message>
        <source>Change the &amp;phone</source>
        <translation>改电话(&amp;P)</translation>
    </message>
    <message>
        <source>Export the w&amp;hole register…</source>
        <translation>导出全部来稿(&amp;H)…</translation>
    </message>
    <message>
        <source>In &amp;reserve</source>
        <translation>备用(&amp;R)</translation>
    </message>
    <message>
        <source>Manus&amp;cripts</source>
        <translation>来稿(&amp;C)</translation>
    </message>
    <message>
        <source>Open the ori&amp;ginal</source>
        <translation>打开原件(&amp;G)</translation>
    </message>
    <message>
        <source>Put into a &amp;section or issue…</source>
        <translation>采用到栏目或某期(&amp;S)…</translation>
    </message>
    <message>
        <source>Put into the open &amp;issue	Ctrl+Enter</source>
        <translation>采用到本期(&amp;I)	Ctrl+Enter</translation>
    </message>
    <message>
        <source>Re&amp;jected</source>
        <translation>退稿(&amp;J)</translation>
    </message>
    <message>
        <source>Sa&amp;ve the original…</source>
        <translation>原件另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>Show where it was &amp;used</source>
        <translation>看用在哪里(&amp;U)</translation>
    </message>
</context>
<context>
    <name>RegisterActs</name>
    <message>
        <source>Change the author</source>
        <translation>改作者</translation>
    </message>
    <message>
        <source>Change the contributor</source>
        <translation>改供稿单位</translation>
    </message>
    <message>
        <source>Change the phone</source>
        <translation>改电话</translation>
    </message>
    <message>
        <source>Set state of manuscripts</source>
        <translation>改来稿状态</translation>
    </message>
    <message>
        <source>There is no issue yet. Make one with Ctrl+N first.</source>
        <translation>还没有任何一期。请先按 Ctrl+N 新建一期。</translation>
    </message>
    <message>
        <source>Used already in {issue}</source>
        <translation>已经用在{issue}</translation>
    </message>
    <message>
        <source>What stands in an issue is used. Take it out of the issue first.</source>
        <translation>编入某期的稿件就是“已用”。要改状态，请先把它移出那一期。</translation>
    </message>
    <message>
        <source>{count} put into {issue}</source>
        <translation>已采用 {count} 篇到{issue}</translation>
    </message>
</context>
<context>
    <name>RegisterColumns</name>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>供稿单位</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>RegisterExport</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>导出来稿登记</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Register of manuscripts {day}</source>
        <translation>来稿登记{day}</translation>
    </message>
    <message>
        <source>The register is in “{name}”</source>
        <translation>来稿登记已导出到“{name}”</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Filter the manuscripts</source>
        <translation>筛选来稿</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>No manuscript has come in yet. Drop files here, paste with Ctrl+V or open files with Ctrl+O.</source>
        <translation>还没有来稿。把文件拖到这里，或按 Ctrl+V 粘贴，或按 Ctrl+O 打开文件。</translation>
    </message>
    <message>
        <source>No manuscript is like that. Esc shows all of them again.</source>
        <translation>没有这样的来稿。按 Esc 恢复显示全部。</translation>
    </message>
    <message>
        <source>Put into the issue</source>
        <translation>采用到本期</translation>
    </message>
    <message>
        <source>Put into {issue}</source>
        <translation>采用到{issue}</translation>
    </message>
    <message>
        <source>Put the selected manuscripts into the open issue (Ctrl+Enter)</source>
        <translation>把选中的来稿编入打开的这一期（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Show these; several can be chosen</source>
        <translation>只看这些，可以选几种</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>When the manuscripts came in</source>
        <translation>什么时候收到的</translation>
    </message>
    <message>
        <source>Words that stand anywhere in the row, with spaces between (Ctrl+F)</source>
        <translation>一行里任何地方的字，几个词之间用空格隔开（Ctrl+F）</translation>
    </message>
    <message>
        <source>Write the register as an Excel file</source>
        <translation>导出为 Excel 文件</translation>
    </message>
    <message>
        <source>{count} manuscripts · {characters} characters</source>
        <translation>{count} 篇 · {characters} 字</translation>
    </message>
    <message>
        <source>{count} of {all} manuscripts · {characters} characters</source>
        <translation>{count} 篇（共 {all} 篇）· {characters} 字</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Register of manuscripts</source>
        <translation>来稿登记</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>What you typed was not stored</source>
        <translation>填写的内容没有保存</translation>
    </message>
</context>
<context>
    <name>ReplacementsModel</name>
    <message>
        <source>Becomes</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Begin an article here</source>
        <translation>从这里另起一篇</translation>
    </message>
    <message>
        <source>Begin the article a line earlier</source>
        <translation>本篇提前一行开始</translation>
    </message>
    <message>
        <source>Begin the article a line later</source>
        <translation>本篇推后一行开始</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Break the headline there</source>
        <translation>在此处换行</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工搁置</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图表说明</translation>
    </message>
    <message>
        <source>Comment {about}: {text}</source>
        <translation>批注{about}：{text}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Full-width digits</source>
        <translation>全角数字</translation>
    </message>
    <message>
        <source>Full-width letters</source>
        <translation>全角字母</translation>
    </message>
    <message>
        <source>Half-width brackets</source>
        <translation>半角括号</translation>
    </message>
    <message>
        <source>Half-width marks , : ; ? !</source>
        <translation>半角标点 , : ; ? !</translation>
    </message>
    <message>
        <source>Heading 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>Heading 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>Heading 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>Heading 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>报尾</translation>
    </message>
    <message>
        <source>Indents and trailing spaces</source>
        <translation>行首行尾空白</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>看不见的字符</translation>
    </message>
    <message>
        <source>It is not certain whether an article begins at line {line}.</source>
        <translation>第 {line} 行是否另起一篇，拿不准。</translation>
    </message>
    <message>
        <source>Join the article to the one above</source>
        <translation>并入上一篇</translation>
    </message>
    <message>
        <source>Join to the one above</source>
        <translation>并入上篇</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Label as</source>
        <translation>标为</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>照原样收下</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Leave the article out</source>
        <translation>不收这一篇</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Line break of a headline</source>
        <translation>标题换行</translation>
    </message>
    <message>
        <source>Line {line} has no end mark; the manuscript may be incomplete.</source>
        <translation>第 {line} 行没有句末标点，来稿可能不完整。</translation>
    </message>
    <message>
        <source>Line {line} holds characters that could not be read.</source>
        <translation>第 {line} 行有无法识别的字符。</translation>
    </message>
    <message>
        <source>Line {line} needs a look.</source>
        <translation>第 {line} 行请看一下。</translation>
    </message>
    <message>
        <source>Lines broken within a paragraph</source>
        <translation>段中断行</translation>
    </message>
    <message>
        <source>Lines of web pages</source>
        <translation>网页杂项</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>按语</translation>
    </message>
    <message>
        <source>Of this file</source>
        <translation>关于这个文件</translation>
    </message>
    <message>
        <source>One paragraph with the line above</source>
        <translation>与上一行合为一段</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Points at the end of sentences</source>
        <translation>句末的小圆点</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Reject the article</source>
        <translation>退这一篇</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>退稿</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Section without articles</source>
        <translation>无稿件的栏目</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Spaces in headlines</source>
        <translation>标题里的空格</translation>
    </message>
    <message>
        <source>Spaces in sentences</source>
        <translation>句中的空格</translation>
    </message>
    <message>
        <source>Straight quotation marks</source>
        <translation>直引号</translation>
    </message>
    <message>
        <source>Submission form</source>
        <translation>报送登记</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take a change back</source>
        <translation>取回更改</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Take back all of its kind: {rule}</source>
        <translation>取回全部同类：{rule}</translation>
    </message>
    <message>
        <source>Take it after all</source>
        <translation>还是收下</translation>
    </message>
    <message>
        <source>Take it all the same</source>
        <translation>照收</translation>
    </message>
    <message>
        <source>Take the article after all</source>
        <translation>还是收下这一篇</translation>
    </message>
    <message>
        <source>Take this change back: {change}</source>
        <translation>取回这一处：{change}</translation>
    </message>
    <message>
        <source>The article at line {line} has no headline.</source>
        <translation>第 {line} 行起的稿件没有标题。</translation>
    </message>
    <message>
        <source>The office's replacements</source>
        <translation>本单位替换</translation>
    </message>
    <message>
        <source>The same text as “{title}” ({where})</source>
        <translation>与《{title}》文字相同（{where}）</translation>
    </message>
    <message>
        <source>The space in line {line} may be a line break of the headline.</source>
        <translation>第 {line} 行的空格可能是标题的换行。</translation>
    </message>
    <message>
        <source>The straight quotation marks of line {line} do not pair.</source>
        <translation>第 {line} 行的直引号不成对。</translation>
    </message>
    <message>
        <source>This very file came in before ({where}): “{title}”</source>
        <translation>同一个文件收过（{where}）：《{title}》</translation>
    </message>
    <message>
        <source>Web noise</source>
        <translation>网页杂项</translation>
    </message>
    <message>
        <source>What line {line} is could only be guessed.</source>
        <translation>第 {line} 行是什么只能猜测，请核对。</translation>
    </message>
    <message>
        <source>Who sent it…</source>
        <translation>来稿单位、作者…</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>among the manuscripts</source>
        <translation>在来稿中</translation>
    </message>
    <message>
        <source>an invisible character</source>
        <translation>看不见的字符</translation>
    </message>
    <message>
        <source>and {count} more rows</source>
        <translation>还有 {count} 行</translation>
    </message>
    <message>
        <source>begin the article a line earlier or later</source>
        <translation>本篇提前、推后一行</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>fewer keys</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>in the recycle bin</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>into the issue</source>
        <translation>采用到本期</translation>
    </message>
    <message>
        <source>join to the one above</source>
        <translation>并入上篇</translation>
    </message>
    <message>
        <source>keep among the manuscripts</source>
        <translation>存入来稿</translation>
    </message>
    <message>
        <source>kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>leave as it is</source>
        <translation>照原样</translation>
    </message>
    <message>
        <source>leave the article out</source>
        <translation>不收这一篇</translation>
    </message>
    <message>
        <source>line break</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>line {first}</source>
        <translation>第 {first} 行</translation>
    </message>
    <message>
        <source>lines {first}–{last}</source>
        <translation>第 {first}–{last} 行</translation>
    </message>
    <message>
        <source>next cleaned place</source>
        <translation>下一处清理</translation>
    </message>
    <message>
        <source>next doubtful place</source>
        <translation>下一处待确认</translation>
    </message>
    <message>
        <source>next file</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>按语</translation>
    </message>
    <message>
        <source>one paragraph with the one above</source>
        <translation>与上一行合段</translation>
    </message>
    <message>
        <source>open the original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>phone {phone}</source>
        <translation>电话 {phone}</translation>
    </message>
    <message>
        <source>received together with it</source>
        <translation>同时收到</translation>
    </message>
    <message>
        <source>reject the article</source>
        <translation>退稿</translation>
    </message>
    <message>
        <source>salutation</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>split</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>take that cleaning back</source>
        <translation>取回这处清理</translation>
    </message>
    <message>
        <source>to what was cleaned</source>
        <translation>到清理条</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>what the file says beside its text</source>
        <translation>文件的附带情况</translation>
    </message>
    <message>
        <source>who sent it</source>
        <translation>来稿单位、作者</translation>
    </message>
    <message>
        <source>{author} commented {about}: {text}</source>
        <translation>{author}批注{about}：{text}</translation>
    </message>
    <message>
        <source>{before} became {after}: {rule}</source>
        <translation>{before} → {after}　{rule}</translation>
    </message>
    <message>
        <source>{before} was taken out: {rule}</source>
        <translation>去掉了{before}　{rule}</translation>
    </message>
    <message>
        <source>{doubt} ({share} % sure)</source>
        <translation>{doubt}（把握 {share} %）</translation>
    </message>
    <message>
        <source>{number} in all</source>
        <translation>总第{number}期</translation>
    </message>
    <message>
        <source>{paragraphs} paragraphs, {characters} characters</source>
        <translation>{paragraphs} 段，{characters} 字</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} 行 {columns} 列</translation>
    </message>
    <message>
        <source>{share} % the same as “{title}” ({where})</source>
        <translation>与《{title}》重复 {share} %（{where}）</translation>
    </message>
    <message>
        <source>{where}, received on {month}/{day}</source>
        <translation>{where}，{month}月{day}日收到</translation>
    </message>
</context>
<context>
    <name>ReviewFlow</name>
    <message>
        <source>Close without storing</source>
        <translation>不收下，关闭</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take in manuscripts</source>
        <translation>收稿</translation>
    </message>
    <message>
        <source>The articles are among the manuscripts</source>
        <translation>稿件已存入来稿</translation>
    </message>
    <message>
        <source>These manuscripts are not stored yet, and your corrections cannot be kept beside the library. If you close now, they are lost.</source>
        <translation>这些来稿还没有收下，您的改动也没法记在资料库旁边。现在关闭，改动就没有了。</translation>
    </message>
    <message>
        <source>“{name}” {number}</source>
        <translation>《{name}》{number}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>继续核对</translation>
    </message>
    <message>
        <source>How manuscripts are taken in</source>
        <translation>来稿设置</translation>
    </message>
    <message>
        <source>Keep among the manuscripts</source>
        <translation>存入来稿</translation>
    </message>
    <message>
        <source>Leave without storing</source>
        <translation>不收下，离开</translation>
    </message>
    <message>
        <source>Store nothing (Esc)</source>
        <translation>什么都不存入（Esc）</translation>
    </message>
    <message>
        <source>Store these articles among the manuscripts, in no issue yet (Ctrl+Shift+Enter)</source>
        <translation>存入来稿，暂不归入哪一期（Ctrl+Shift+Enter）</translation>
    </message>
    <message>
        <source>Store these articles in the issue (Ctrl+Enter)</source>
        <translation>把这些稿件存入本期（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Take {count} into a new issue…</source>
        <translation>采用 {count} 篇到新一期…</translation>
    </message>
    <message>
        <source>Take {count} into {issue}</source>
        <translation>采用 {count} 篇到{issue}</translation>
    </message>
    <message>
        <source>These manuscripts are not stored yet, and your corrections to them would be lost.</source>
        <translation>这些来稿还没有收下，离开后所作的更正会丢失。</translation>
    </message>
    <message>
        <source>{count} articles recognised</source>
        <translation>识别出 {count} 篇</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} files could not be read</source>
        <translation>{count} 个文件没能读入</translation>
    </message>
    <message>
        <source>{count} places cleaned</source>
        <translation>清理 {count} 处</translation>
    </message>
    <message>
        <source>{count} to confirm</source>
        <translation>待确认 {count} 处</translation>
    </message>
    <message>
        <source>{lines} lines, all of them in articles</source>
        <translation>{lines} 行，全部已归入稿件</translation>
    </message>
    <message>
        <source>{lines} lines, {aside} of them set aside</source>
        <translation>{lines} 行，搁置 {aside} 行</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Editor's note</source>
        <translation>按语</translation>
    </message>
    <message>
        <source>Heading 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Heading 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Heading 3</source>
        <translation>三级标题</translation>
    </message>
    <message>
        <source>Heading 4</source>
        <translation>四级标题</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Back to {value}</source>
        <translation>恢复为 {value}</translation>
    </message>
    <message>
        <source>GB/T 9704 fixes {value}</source>
        <translation>GB/T 9704 规定为 {value}</translation>
    </message>
    <message>
        <source>Reset: {label}</source>
        <translation>恢复：{label}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Salvaging</name>
    <message>
        <source>Go on with the new library</source>
        <translation>改用新资料库</translation>
    </message>
    <message>
        <source>The damaged file is only read.</source>
        <translation>损坏的文件只读取，不改动。</translation>
    </message>
    <message>
        <source>What is whole is being saved into a new file…</source>
        <translation>正在把完好的内容修复到新文件…</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find words in all issues of the library (Ctrl+Shift+F)</source>
        <translation>在资料库的全部期里查找（Ctrl+Shift+F）</translation>
    </message>
    <message>
        <source>Nothing further was found that way</source>
        <translation>这个方向上没有别的了</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>还原并打开</translation>
    </message>
    <message>
        <source>Search the &amp;library</source>
        <translation>查找资料库(&amp;L)</translation>
    </message>
    <message>
        <source>The reference is on the clipboard</source>
        <translation>出处已复制</translation>
    </message>
    <message>
        <source>{count} characters are too many to look for. Take {most} at most.</source>
        <translation>{count} 个字太长，查不了。最多 {most} 个字。</translation>
    </message>
    <message>
        <source>“{title}” is in the recycle bin</source>
        <translation>“{title}”在回收站里</translation>
    </message>
    <message>
        <source>“{title}” was changed meanwhile and has these words no more</source>
        <translation>“{title}”在这之后改过，已经没有这些字了</translation>
    </message>
    <message>
        <source>“{title}” was moved or deleted meanwhile; the list shows how it is now</source>
        <translation>“{title}”在这之后移动或删除了；列表已更新</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>&amp;Copy reference	Ctrl+C</source>
        <translation>复制出处(&amp;C)	Ctrl+C</translation>
    </message>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>打开(&amp;O)	Enter</translation>
    </message>
    <message>
        <source>&amp;Show in the text	Space</source>
        <translation>在正文里显示(&amp;S)	空格</translation>
    </message>
    <message>
        <source>An index of older articles is being made, {count} to go. Until then searching takes longer, but misses nothing.</source>
        <translation>正在为以前的稿件编索引，还有 {count} 篇。在这之前查找会慢一些，但不会漏掉。</translation>
    </message>
    <message>
        <source>Any part of headlines, texts and credits; blanks part words that must all be there</source>
        <translation>标题、正文、供稿里的任何一部分；几个词用空格隔开，每个词都要有</translation>
    </message>
    <message>
        <source>Hit {number} of {count}</source>
        <translation>第 {number}/{count} 处</translation>
    </message>
    <message>
        <source>In the recycle bin, too</source>
        <translation>回收站里也查</translation>
    </message>
    <message>
        <source>No article has all of these: “{words}”.</source>
        <translation>没有一篇稿件同时含有“{words}”。</translation>
    </message>
    <message>
        <source>No article has “{words}”.</source>
        <translation>没有稿件含有“{words}”。</translation>
    </message>
    <message>
        <source>Search the library…</source>
        <translation>查找资料库…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Searching… {count} articles so far</source>
        <translation>正在查找… 已有 {count} 篇</translation>
    </message>
    <message>
        <source>Try fewer or shorter words.</source>
        <translation>请减少词数，或缩短要找的词。</translation>
    </message>
    <message>
        <source>Type any words of a headline, a text or a credit.
Every article of the library that has all of them is listed, the newest first.</source>
        <translation>输入标题、正文或供稿里的字词，几个词用空格隔开。
列出资料库里含有全部这些词的稿件，新的在前。</translation>
    </message>
    <message>
        <source>What to look for in the whole library</source>
        <translation>在整个资料库里找什么</translation>
    </message>
    <message>
        <source>Without “{filter}”</source>
        <translation>不限“{filter}”</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇</translation>
    </message>
    <message>
        <source>{count} articles or more</source>
        <translation>{count} 篇以上</translation>
    </message>
</context>
<context>
    <name>SenderEditor</name>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Unit that sent it</source>
        <translation>来稿单位</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Exchange file (*{ending})</source>
        <translation>交换文件 (*{ending})</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Send to a colleague</source>
        <translation>发给同事</translation>
    </message>
    <message>
        <source>{title} and {count} more</source>
        <translation>{title} 等 {count} 篇</translation>
    </message>
    <message>
        <source>“{name}” is written: carry it to the other machine</source>
        <translation>已写出“{name}”，可以带到另一台电脑</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>As wide as the text</source>
        <translation>与版心同宽</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste only text</source>
        <translation>只粘贴文字</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换图片…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select paragraph</source>
        <translation>选择本段</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Everything is saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>For reading only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Library {folder}</source>
        <translation>资料库 {folder}</translation>
    </message>
    <message>
        <source>Not saved yet, trying again</source>
        <translation>尚未保存，正在重试</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>article {count} characters</source>
        <translation>本文 {count} 字</translation>
    </message>
    <message>
        <source>issue {count} characters</source>
        <translation>本期 {count} 字</translation>
    </message>
    <message>
        <source>selected {count} characters</source>
        <translation>已选 {count} 字</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Copy all</source>
        <translation>复制全部</translation>
    </message>
</context>
<context>
    <name>SymbolDialog</name>
    <message>
        <source>&amp;Used last</source>
        <translation>最近使用(&amp;U)</translation>
    </message>
    <message>
        <source>Enter puts it into the text, Shift+Enter keeps this open for more.</source>
        <translation>回车插入并关闭，Shift+回车连续插入。</translation>
    </message>
    <message>
        <source>Special characters</source>
        <translation>特殊字符</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>Common</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>图形符号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位与数学</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>&amp;Columns</source>
        <translation>列数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Header row</source>
        <translation>标题行(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行数(&amp;R)</translation>
    </message>
    <message>
        <source>Alignment of the chosen cells</source>
        <translation>所选单元格的对齐方式</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>C&amp;ells</source>
        <translation>单元格(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>表格的单元格</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Co&amp;lumn</source>
        <translation>列(&amp;L)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drag the edges of the column heads to change widths. Cells copied in Excel can be pasted.</source>
        <translation>拖动列头的边缘可改列宽。可粘贴从 Excel 复制的单元格。</translation>
    </message>
    <message>
        <source>Equal widths</source>
        <translation>平均分配列宽</translation>
    </message>
    <message>
        <source>Insert above</source>
        <translation>在上方插入</translation>
    </message>
    <message>
        <source>Insert below</source>
        <translation>在下方插入</translation>
    </message>
    <message>
        <source>Insert left</source>
        <translation>在左侧插入</translation>
    </message>
    <message>
        <source>Insert right</source>
        <translation>在右侧插入</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Of what you pasted, the first {rows} rows and {columns} columns were taken.</source>
        <translation>粘贴的内容只取了前 {rows} 行、前 {columns} 列。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Ro&amp;w</source>
        <translation>行(&amp;W)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The first row stands at the top of every page the table goes on to</source>
        <translation>表格转页时，首行在每页顶端重复</translation>
    </message>
    <message>
        <source>Your changes are not stored. Press Esc once more to drop them.</source>
        <translation>改动还没有保存。再按一次 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>Att.</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Capt.</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dear</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>H 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>H 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>H 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>H 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>按语</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>A long name as small as</source>
        <translation>刊名过长时最小字号</translation>
    </message>
    <message>
        <source>After the number</source>
        <translation>页码之后</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Articles begin</source>
        <translation>稿件起排</translation>
    </message>
    <message>
        <source>At the foot of an even page</source>
        <translation>排在偶数页末</translation>
    </message>
    <message>
        <source>Attachment's label</source>
        <translation>附件标识</translation>
    </message>
    <message>
        <source>Attachment's title</source>
        <translation>附件标题</translation>
    </message>
    <message>
        <source>Before the editor</source>
        <translation>编辑之前</translation>
    </message>
    <message>
        <source>Before the issuer</source>
        <translation>签发之前</translation>
    </message>
    <message>
        <source>Before the number</source>
        <translation>页码之前</translation>
    </message>
    <message>
        <source>Before the reviewer</source>
        <translation>审核之前</translation>
    </message>
    <message>
        <source>Before those it is distributed to</source>
        <translation>发送单位之前（发）</translation>
    </message>
    <message>
        <source>Before those it is sent to</source>
        <translation>抄送单位之前（送）</translation>
    </message>
    <message>
        <source>Before those it reports to</source>
        <translation>上报单位之前（报）</translation>
    </message>
    <message>
        <source>Below one another</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>Between a cell's side and its text</source>
        <translation>格线与文字的间距</translation>
    </message>
    <message>
        <source>Blank line</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Blank line above a signature</source>
        <translation>署名前空行</translation>
    </message>
    <message>
        <source>Blank line below a headline</source>
        <translation>题下空行</translation>
    </message>
    <message>
        <source>Blank lines above a signature</source>
        <translation>署名前空行数</translation>
    </message>
    <message>
        <source>Blank lines above the name</source>
        <translation>刊名上空行</translation>
    </message>
    <message>
        <source>Blank lines above the note of attachments</source>
        <translation>附件说明前空行数</translation>
    </message>
    <message>
        <source>Blank lines below a headline</source>
        <translation>题下空行数</translation>
    </message>
    <message>
        <source>Blank lines below a section title</source>
        <translation>栏目标题下空行</translation>
    </message>
    <message>
        <source>Blank lines below the contents</source>
        <translation>目录下空行</translation>
    </message>
    <message>
        <source>Blank lines below the contents, least</source>
        <translation>目录下空行，最少</translation>
    </message>
    <message>
        <source>Blank lines below the name</source>
        <translation>刊名下空行</translation>
    </message>
    <message>
        <source>Blank lines below the rule</source>
        <translation>红线下空行</translation>
    </message>
    <message>
        <source>Blank lines below the title</source>
        <translation>目录标题下空行</translation>
    </message>
    <message>
        <source>Blank lines between articles</source>
        <translation>稿件之间空行</translation>
    </message>
    <message>
        <source>Blank lines between articles, least</source>
        <translation>稿件之间空行，最少</translation>
    </message>
    <message>
        <source>Blank page behind the cover</source>
        <translation>封面后留空白页</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Bottom margin</source>
        <translation>下页边距</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图表题</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Character spacing</source>
        <translation>字距</translation>
    </message>
    <message>
        <source>Character spacing of the body, least</source>
        <translation>正文字距，最小</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the rule</source>
        <translation>横线颜色</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Contents: article</source>
        <translation>目录：稿件</translation>
    </message>
    <message>
        <source>Contents: section</source>
        <translation>目录：栏目</translation>
    </message>
    <message>
        <source>Contents: title</source>
        <translation>目录：标题</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Cover page</source>
        <translation>印封面</translation>
    </message>
    <message>
        <source>Cover: issue</source>
        <translation>封面：期号</translation>
    </message>
    <message>
        <source>Cover: name</source>
        <translation>封面：刊名</translation>
    </message>
    <message>
        <source>Cover: unit and date</source>
        <translation>封面：单位和日期</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>供稿</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date of the signature</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Date right of the signature by</source>
        <translation>日期比署名右移</translation>
    </message>
    <message>
        <source>Distance from the edge</source>
        <translation>距版心边缘</translation>
    </message>
    <message>
        <source>Distance from the paper's foot</source>
        <translation>距纸张下边</translation>
    </message>
    <message>
        <source>Each on a new page</source>
        <translation>每篇另起页</translation>
    </message>
    <message>
        <source>Editor's note</source>
        <translation>按语</translation>
    </message>
    <message>
        <source>Fill up to an even number of pages</source>
        <translation>补足双数页（双面印）</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>首行缩进</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Font of digits and Latin letters</source>
        <translation>数字和西文字体</translation>
    </message>
    <message>
        <source>Font profile</source>
        <translation>字体方案</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Heading 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Heading 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Heading 3</source>
        <translation>三级标题</translation>
    </message>
    <message>
        <source>Heading 4</source>
        <translation>四级标题</translation>
    </message>
    <message>
        <source>Headings with text behind them end at their full stop</source>
        <translation>段首标题只到第一个句号</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>标题字体</translation>
    </message>
    <message>
        <source>Heiti</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Higher lines for pictures</source>
        <translation>行高随图片增大</translation>
    </message>
    <message>
        <source>Id in the Word file</source>
        <translation>Word 文件中的标识</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>版记</translation>
    </message>
    <message>
        <source>Imprint: last line</source>
        <translation>版记：末行</translation>
    </message>
    <message>
        <source>Imprint: lists</source>
        <translation>版记：报送发</translation>
    </message>
    <message>
        <source>Indent, left</source>
        <translation>左缩进</translation>
    </message>
    <message>
        <source>Indent, right</source>
        <translation>右缩进</translation>
    </message>
    <message>
        <source>Inner edge</source>
        <translation>内侧</translation>
    </message>
    <message>
        <source>Issue number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Kaiti</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Keep on one page</source>
        <translation>段中不分页</translation>
    </message>
    <message>
        <source>Keep with what follows</source>
        <translation>与下段同页</translation>
    </message>
    <message>
        <source>Kept free above a picture</source>
        <translation>图片上方留空</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Last line, left</source>
        <translation>末行左</translation>
    </message>
    <message>
        <source>Last line, right</source>
        <translation>末行右</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Left margin</source>
        <translation>左页边距</translation>
    </message>
    <message>
        <source>Level in Word's navigation pane</source>
        <translation>Word 导航窗格中的级别</translation>
    </message>
    <message>
        <source>Line below the name</source>
        <translation>刊名下一行</translation>
    </message>
    <message>
        <source>Line pitch</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Line the date stands on</source>
        <translation>日期在第几行</translation>
    </message>
    <message>
        <source>Line the issue stands on</source>
        <translation>期号在第几行</translation>
    </message>
    <message>
        <source>Line the name begins on</source>
        <translation>刊名从第几行起</translation>
    </message>
    <message>
        <source>Line the unit stands on</source>
        <translation>单位在第几行</translation>
    </message>
    <message>
        <source>Lines a page</source>
        <translation>每页行数</translation>
    </message>
    <message>
        <source>Lines a page, most</source>
        <translation>每页行数，最多</translation>
    </message>
    <message>
        <source>Lines that stay with a headline</source>
        <translation>与标题同页的行数</translation>
    </message>
    <message>
        <source>Lines with the caption, most</source>
        <translation>连题注最多行数</translation>
    </message>
    <message>
        <source>Marks may hang over the right edge</source>
        <translation>标点可悬出版心</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>Masthead on the first page</source>
        <translation>首页印报头</translation>
    </message>
    <message>
        <source>Masthead: classification and copy number</source>
        <translation>报头：密级和份号</translation>
    </message>
    <message>
        <source>Masthead: last line</source>
        <translation>报头：末行</translation>
    </message>
    <message>
        <source>Masthead: line below the name</source>
        <translation>报头：刊名下一行</translation>
    </message>
    <message>
        <source>Masthead: name</source>
        <translation>报头：刊名</translation>
    </message>
    <message>
        <source>Masthead: rule</source>
        <translation>报头：红线</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in the Word file</source>
        <translation>Word 文件中的样式名</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Note of attachments</source>
        <translation>附件说明</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>印数</translation>
    </message>
    <message>
        <source>Number of the first page</source>
        <translation>首页页码</translation>
    </message>
    <message>
        <source>Number on the first page</source>
        <translation>首页印页码</translation>
    </message>
    <message>
        <source>Offered for a last page of at most</source>
        <translation>末页不超过几行时提示</translation>
    </message>
    <message>
        <source>On pages of its own</source>
        <translation>目录单独成页</translation>
    </message>
    <message>
        <source>Order of the lists</source>
        <translation>报送发的次序</translation>
    </message>
    <message>
        <source>Outer edge</source>
        <translation>外侧</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Paper height</source>
        <translation>纸张高度</translation>
    </message>
    <message>
        <source>Paper width</source>
        <translation>纸张宽度</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Printed from so many articles on</source>
        <translation>几篇以上印目录</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Report, distribute, send</source>
        <translation>报、发、送</translation>
    </message>
    <message>
        <source>Report, send, distribute</source>
        <translation>报、送、发</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Room kept before the page number</source>
        <translation>页码前留空</translation>
    </message>
    <message>
        <source>Rows of more lines may go over pages</source>
        <translation>行高超过几行可跨页断行</translation>
    </message>
    <message>
        <source>Rule below a line's top</source>
        <translation>横线距行顶</translation>
    </message>
    <message>
        <source>Rule below the last line</source>
        <translation>红线距末行</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Saving a page</source>
        <translation>省页</translation>
    </message>
    <message>
        <source>Section title</source>
        <translation>栏目标题</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Send, report, distribute</source>
        <translation>送、报、发</translation>
    </message>
    <message>
        <source>Share of the text width, most</source>
        <translation>最多占版心宽度</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Signature from the right edge</source>
        <translation>署名距右边</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Songti</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Supplement's number</source>
        <translation>增刊期号</translation>
    </message>
    <message>
        <source>Tab stops</source>
        <translation>制表位</translation>
    </message>
    <message>
        <source>Table: cells</source>
        <translation>表格：单元格</translation>
    </message>
    <message>
        <source>Table: header rows</source>
        <translation>表格：表头</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Template it is derived from</source>
        <translation>基于的模板</translation>
    </message>
    <message>
        <source>Thickness of the borders</source>
        <translation>表格线粗细</translation>
    </message>
    <message>
        <source>Thickness of the inner rule</source>
        <translation>中间横线粗细</translation>
    </message>
    <message>
        <source>Thickness of the outer rules</source>
        <translation>首末横线粗细</translation>
    </message>
    <message>
        <source>Thickness of the rule</source>
        <translation>横线粗细</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Top margin</source>
        <translation>上页边距</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Width of the text block</source>
        <translation>版心宽度</translation>
    </message>
    <message>
        <source>With the sections' names</source>
        <translation>列出栏目名称</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Words that open an editor's note</source>
        <translation>按语的开头词</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>原为 {value}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>&amp;Copy…</source>
        <translation>复制(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore original</source>
        <translation>恢复原样(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>Also used by {names}</source>
        <translation>{names} 也在使用</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Body and headings</source>
        <translation>正文和标题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Copy of {name}</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Every value is the original's again. It is stored when you save.</source>
        <translation>各项已恢复原样，保存后生效。</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Groups of values</source>
        <translation>版式各部分</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>报尾</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page and template</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Page and template of “{name}”</source>
        <translation>“{name}”的版式</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page of {name}</source>
        <translation>{name} 版式</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Tables and pictures</source>
        <translation>表格和图片</translation>
    </message>
    <message>
        <source>This does not go with the other values</source>
        <translation>与其他各项不相容</translation>
    </message>
    <message>
        <source>Together with the other values this does not fit on the paper</source>
        <translation>与其他各项合起来超出纸张</translation>
    </message>
    <message>
        <source>With this line pitch at most {most} lines fit between the margins</source>
        <translation>按现在的行距和边距，最多排 {most} 行</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Your changes are not stored. Press Esc once more to drop them.</source>
        <translation>改动还没有保存。再按一次 Esc 放弃。</translation>
    </message>
    <message>
        <source>“{label}” is not right yet. Nothing was stored.</source>
        <translation>“{label}”还不对，什么都没有保存。</translation>
    </message>
    <message>
        <source>“{name}” was read. It is stored when you save.</source>
        <translation>已读入“{name}”，保存后生效。</translation>
    </message>
</context>
<context>
    <name>TemplateFlow</name>
    <message>
        <source>Export the template</source>
        <translation>导出模板</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Page and template</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Set the issue anew</source>
        <translation>按现行版式重排</translation>
    </message>
    <message>
        <source>Template (*.toml)</source>
        <translation>模板 (*.toml)</translation>
    </message>
    <message>
        <source>The issue is empty yet: the pages show a fictional one.</source>
        <translation>本期还没有稿件，预览用的是虚构样稿。</translation>
    </message>
    <message>
        <source>The issue is set by its publication's template as it is now</source>
        <translation>本期已按刊物现行版式重排</translation>
    </message>
    <message>
        <source>This issue follows its publication's template already.</source>
        <translation>本期已经随刊物的版式。</translation>
    </message>
    <message>
        <source>This issue was exported and keeps the look it was sent in. What you change here holds for the publication's other issues, and for this one once you set it anew.</source>
        <translation>本期已导出，保持送出时的样子。这里的改动用于本刊其他各期；本期要另选“按现行版式重排”。</translation>
    </message>
    <message>
        <source>“{name}” was written.</source>
        <translation>已写出“{name}”。</translation>
    </message>
    <message>
        <source>“{publication}” is set by “{name}”</source>
        <translation>“{publication}”的版式为“{name}”</translation>
    </message>
</context>
<context>
    <name>TemplateRow</name>
    <message>
        <source>Fonts that come with Windows</source>
        <translation>Windows 自带字体</translation>
    </message>
    <message>
        <source>Founder and GB2312 fonts</source>
        <translation>方正、GB2312 字体</translation>
    </message>
    <message>
        <source>Heiti</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>Kaiti</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>Songti</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>as the Chinese text</source>
        <translation>随中文字体</translation>
    </message>
    <message>
        <source>as the template's</source>
        <translation>随模板</translation>
    </message>
    <message>
        <source>body font</source>
        <translation>正文字体</translation>
    </message>
    <message>
        <source>headline font</source>
        <translation>标题字体</translation>
    </message>
</context>
<context>
    <name>TemplateUnits</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>A number of {unit}</source>
        <translation>填数字，单位为{unit}</translation>
    </message>
    <message>
        <source>A whole number from {least} to {most}</source>
        <translation>{least} 至 {most} 的整数</translation>
    </message>
    <message>
        <source>Fixed by GB/T 9704-2012</source>
        <translation>GB/T 9704—2012 的规定</translation>
    </message>
    <message>
        <source>From {least} to {most} {unit}</source>
        <translation>{least} 至 {most} {unit}</translation>
    </message>
    <message>
        <source>From {least} to {most} {unit}, in steps of {step}</source>
        <translation>{least} 至 {most} {unit}，每级 {step}</translation>
    </message>
    <message>
        <source>Practice; the standard does not say</source>
        <translation>各单位的习惯，标准没有规定</translation>
    </message>
    <message>
        <source>The usual value of GB/T 9704-2012</source>
        <translation>GB/T 9704—2012 的一般要求</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>篇</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>规定</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>习惯</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>磅</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>一般</translation>
    </message>
</context>
<context>
    <name>TextEdit</name>
    <message>
        <source>In braces only {names}</source>
        <translation>花括号里只能是 {names}</translation>
    </message>
    <message>
        <source>Words of one line</source>
        <translation>一行文字</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Page thumbnails</source>
        <translation>页面缩略图</translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>{title} ({keys})</source>
        <translation>{title}（{keys}）</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>{count} attachments, not taken over</source>
        <translation>附件 {count} 个，未收入</translation>
    </message>
    <message>
        <source>{count} automatic numbers, written out</source>
        <translation>自动编号 {count} 处，已写成文字</translation>
    </message>
    <message>
        <source>{count} characters of symbol fonts, as the nearest there are</source>
        <translation>符号字体的字符 {count} 个，换成最接近的字符</translation>
    </message>
    <message>
        <source>{count} characters that could not be decoded</source>
        <translation>无法解码的字符 {count} 个</translation>
    </message>
    <message>
        <source>{count} columns beyond the most, below their table as text</source>
        <translation>超出上限的表格列 {count} 列，按文字放在表格之下</translation>
    </message>
    <message>
        <source>{count} comments, no part of the text</source>
        <translation>批注 {count} 条，未收入正文</translation>
    </message>
    <message>
        <source>{count} drawings and charts, only their words kept</source>
        <translation>图形和图表 {count} 个，只保留其中的文字</translation>
    </message>
    <message>
        <source>{count} embedded objects, left out</source>
        <translation>嵌入对象 {count} 个，未收入</translation>
    </message>
    <message>
        <source>{count} equations, as one line of text each</source>
        <translation>公式 {count} 个，各写成一行文字</translation>
    </message>
    <message>
        <source>{count} fields, by the text they show</source>
        <translation>域 {count} 个，按显示的文字收入</translation>
    </message>
    <message>
        <source>{count} footnotes and endnotes</source>
        <translation>脚注和尾注 {count} 条</translation>
    </message>
    <message>
        <source>{count} frames around text, taken as text</source>
        <translation>排版用的表格 {count} 个，按正文收入</translation>
    </message>
    <message>
        <source>{count} macros, never run and left out</source>
        <translation>宏 {count} 个，从不运行，未收入</translation>
    </message>
    <message>
        <source>{count} page headers and footers, left out</source>
        <translation>页眉页脚 {count} 处，未收入</translation>
    </message>
    <message>
        <source>{count} pictures on the web, not fetched</source>
        <translation>网络图片 {count} 张，没有下载</translation>
    </message>
    <message>
        <source>{count} pictures out of cells, behind their tables now</source>
        <translation>单元格内的图片 {count} 张，移到表格之后</translation>
    </message>
    <message>
        <source>{count} pictures that are missing or cannot be read</source>
        <translation>缺失或无法读取的图片 {count} 张</translation>
    </message>
    <message>
        <source>{count} pieces of hidden text, left out</source>
        <translation>隐藏文字 {count} 处，未收入</translation>
    </message>
    <message>
        <source>{count} rows beyond the most, below their table as text</source>
        <translation>超出上限的表格行 {count} 行，按文字放在表格之下</translation>
    </message>
    <message>
        <source>{count} tables inside cells, taken as text</source>
        <translation>单元格内的表格 {count} 个，按文字收入</translation>
    </message>
    <message>
        <source>{count} text boxes, their text put in where they stand</source>
        <translation>文本框 {count} 个，文字放在所在位置</translation>
    </message>
    <message>
        <source>{count} tracked changes of format, as they are now</source>
        <translation>修订格式 {count} 处，按现在的格式收入</translation>
    </message>
    <message>
        <source>{count} tracked deletions, left out</source>
        <translation>修订删除 {count} 处，未收入</translation>
    </message>
    <message>
        <source>{count} tracked insertions, kept</source>
        <translation>修订插入 {count} 处，已保留</translation>
    </message>
    <message>
        <source>{count} tracked moves, as they are now</source>
        <translation>修订移动 {count} 处，按现在的位置收入</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A tag at the left says what a paragraph is; a click changes it. How it looks, the template knows. What you type is saved within a second.</source>
        <translation>左边的小标签写着这一段是什么，点一下可以改；样子由版式决定。输入的文字一秒内自动保存。</translation>
    </message>
    <message>
        <source>Every line and every page breaks here where the exported file breaks it. A click on a page takes you to that place in the text.</source>
        <translation>每一行、每一页都断在导出文件断的地方。点纸上一处，光标就到正文的那一处。</translation>
    </message>
    <message>
        <source>F12 writes the issue. PDF, web page, text and printing are behind the arrow. Any other command: Ctrl+Shift+P and its name.</source>
        <translation>按 F12 写出这一期。PDF、网页、纯文本和打印在旁边的箭头里。别的命令：Ctrl+Shift+P，再打它的名字。</translation>
    </message>
    <message>
        <source>Sections and articles in the order they are printed. Drag them, or press Ctrl+Up and Ctrl+Down. What is deleted goes to the recycle bin.</source>
        <translation>栏目和稿件，按印出来的次序排。可以拖，也可以按 Ctrl+↑、Ctrl+↓。删掉的都在回收站里。</translation>
    </message>
    <message>
        <source>The Word file: one key</source>
        <translation>Word 文件：一个键</translation>
    </message>
    <message>
        <source>The mark at the left says when everything was saved. Nothing is lost by a power cut or a deletion; F1 says how.</source>
        <translation>左边写着什么时候存好的。断电、误删都不会丢，怎么找回，按 F1 看。</translation>
    </message>
    <message>
        <source>The pages: what Word will show</source>
        <translation>预览：Word 里就是这样</translation>
    </message>
    <message>
        <source>The state: saved, how long, how many pages</source>
        <translation>状态：存好没有，多少字，几页</translation>
    </message>
    <message>
        <source>The text: only write</source>
        <translation>正文：只管写</translation>
    </message>
    <message>
        <source>The tree: what the issue is made of</source>
        <translation>目录树：这一期由什么组成</translation>
    </message>
</context>
<context>
    <name>TreeActs</name>
    <message>
        <source>Merge articles</source>
        <translation>合并稿件</translation>
    </message>
    <message>
        <source>Split article</source>
        <translation>拆分稿件</translation>
    </message>
    <message>
        <source>The article was split; this is the second part</source>
        <translation>已拆成两篇，这是后一篇</translation>
    </message>
    <message>
        <source>{count} articles are one now; the others are in the recycle bin as they were</source>
        <translation>{count} 篇已合并为一篇，其余各篇原样放在回收站</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>A name cannot be empty. It stays as it was.</source>
        <translation>名称不能为空，仍保留原来的名称。</translation>
    </message>
    <message>
        <source>Articles that have the words in their text</source>
        <translation>正文里含有这些词的稿件</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已校</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>正文里</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Manuscripts</source>
        <translation>来稿</translation>
    </message>
    <message>
        <source>Manuscripts that are in no issue yet</source>
        <translation>还没有编入任何一期的稿件</translation>
    </message>
    <message>
        <source>Move articles</source>
        <translation>移动稿件</translation>
    </message>
    <message>
        <source>Move sections</source>
        <translation>移动栏目</translation>
    </message>
    <message>
        <source>No article has these words. Esc shows all of them again.</source>
        <translation>没有稿件含有这些词。按 Esc 恢复显示全部。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}期</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>{count} 处问题</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Rename article</source>
        <translation>重命名稿件</translation>
    </message>
    <message>
        <source>Rename publication</source>
        <translation>重命名刊物</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>重命名栏目</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Sent for approval</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Supplement {number}</source>
        <translation>增刊第{number}期</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>What was deleted; Enter puts a row back where it was</source>
        <translation>删除的内容都在这里，选中后按 Enter 放回原处</translation>
    </message>
    <message>
        <source>{count} and more</source>
        <translation>{count} 篇以上</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} 篇</translation>
    </message>
    <message>
        <source>{count} issues</source>
        <translation>{count} 期</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇稿件</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A made-up pile of manuscripts, to try it out</source>
        <translation>一批虚构的来稿，先试一试</translation>
    </message>
    <message>
        <source>Bulletin Desktop</source>
        <translation>简报编辑台</translation>
    </message>
    <message>
        <source>Copy the text first; it comes apart into articles</source>
        <translation>先复制来稿文字，粘贴后自动分成一篇篇稿件</translation>
    </message>
    <message>
        <source>From a manuscript to a Word file</source>
        <translation>从来稿到 Word 文件</translation>
    </message>
    <message>
        <source>From a pile of manuscripts to a finished issue, and to a Word file that needs no repair.</source>
        <translation>把一堆来稿编成一期简报，导出就能送审的 Word 文件。</translation>
    </message>
    <message>
        <source>Go on: {issue}</source>
        <translation>继续：{issue}</translation>
    </message>
    <message>
        <source>New issue</source>
        <translation>新建一期</translation>
    </message>
    <message>
        <source>Number, date, masthead and imprint</source>
        <translation>期号、日期、报头和报尾</translation>
    </message>
    <message>
        <source>Open manuscripts</source>
        <translation>打开来稿文件</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Paste manuscripts</source>
        <translation>粘贴成稿</translation>
    </message>
    <message>
        <source>Tour in five steps</source>
        <translation>五步导览</translation>
    </message>
    <message>
        <source>Word, WPS, PDF and more; or drop them here</source>
        <translation>Word、WPS、PDF 等，也可以拖到这里</translation>
    </message>
    <message>
        <source>{issue}, {time}</source>
        <translation>{issue}，{time}</translation>
    </message>
</context>
<context>
    <name>WordsRow</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Next (Enter, F3)</source>
        <translation>下一处（回车、F3）</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter, Shift+F3)</source>
        <translation>上一处（Shift+回车、Shift+F3）</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Bulletin Desktop</source>
        <translation>简报编辑台</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有 {count} 处</translation>
    </message>
</context>
<context>
    <name>_Cells</name>
    <message>
        <source>Add a recipient</source>
        <translation>添加单位</translation>
    </message>
</context>
<context>
    <name>_Examination</name>
    <message>
        <source>It is only read. Every text, picture and original file is compared with what was saved.</source>
        <translation>只读取，不改动。每篇正文、每张图片、每份来稿原件都与保存时核对。</translation>
    </message>
    <message>
        <source>Save what is whole into a new file…</source>
        <translation>修复到新文件…</translation>
    </message>
    <message>
        <source>The library is being checked…</source>
        <translation>正在检查资料库…</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A pattern for the folder, such as {year}/第{number:03}期.</source>
        <translation>文件夹的名称规则，如 {year}/第{number:03}期。</translation>
    </message>
    <message>
        <source>Another issue here has this number; this one would become number {number}.</source>
        <translation>本机已有另一期用了这个期号；收入后将编为第 {number} 期。</translation>
    </message>
    <message>
        <source>Examine the library; --into saves what is whole of a damaged one into a new file.</source>
        <translation>检查资料库；用 --into 把损坏的资料库里完好的内容救到一个新文件。</translation>
    </message>
    <message>
        <source>Find articles by any part of their text, those of the newest issues first.</source>
        <translation>按正文、标题、供稿中的任意文字查找稿件，新的在前。</translation>
    </message>
    <message>
        <source>Give a password with --password.</source>
        <translation>请用 --password 给出密码。</translation>
    </message>
    <message>
        <source>How many to show at most; 50 by default.</source>
        <translation>最多显示多少条，默认 50 条。</translation>
    </message>
    <message>
        <source>Leave this article as it is here.</source>
        <translation>这篇稿件保留本机的。</translation>
    </message>
    <message>
        <source>List the issues, newest first.</source>
        <translation>列出各期，最新的在前。</translation>
    </message>
    <message>
        <source>Make a finished issue's folder: Word, PDF, text, originals, a list of contents.</source>
        <translation>归档一期：生成文件夹，内有 Word、PDF、纯文本、原稿和目录。</translation>
    </message>
    <message>
        <source>Manuscripts in, a finished bulletin issue out. Without arguments the program's window opens.</source>
        <translation>收进来稿，编成一期简报。不带参数时打开程序窗口。</translation>
    </message>
    <message>
        <source>Name an encoding with --encoding, such as gb18030 or utf-8.</source>
        <translation>请用 --encoding 指定编码，例如 gb18030 或 utf-8。</translation>
    </message>
    <message>
        <source>Not installed here, so other fonts were used: {names}</source>
        <translation>本机没有下列字体，已用其他字体代替：{names}</translation>
    </message>
    <message>
        <source>Not saved, or not all of it:</source>
        <translation>没有救出、或没有全部救出的：</translation>
    </message>
    <message>
        <source>Nothing has changed since the last backup: {path}</source>
        <translation>自上次备份以来没有改动：{path}</translation>
    </message>
    <message>
        <source>Nothing is wrong with the library {path}.</source>
        <translation>资料库 {path} 没有问题。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>什么也没有找到。</translation>
    </message>
    <message>
        <source>Only in issues of this year.</source>
        <translation>只查这一年的各期。</translation>
    </message>
    <message>
        <source>Only in sections of this title.</source>
        <translation>只查这个栏目。</translation>
    </message>
    <message>
        <source>Only in this publication, by its name.</source>
        <translation>只查这个刊物（按名称）。</translation>
    </message>
    <message>
        <source>Only tell how each article stands to the one here.</source>
        <translation>只说明每篇稿件与本机的异同，不收入。</translation>
    </message>
    <message>
        <source>Only what this unit or author contributed.</source>
        <translation>只查这个单位或作者供的稿。</translation>
    </message>
    <message>
        <source>Pack facts for whoever helps: versions, settings, figures, the log. No text is in it.</source>
        <translation>把版本、设置、数字和日志打包，交给帮忙的人；不含任何稿件内容。</translation>
    </message>
    <message>
        <source>Print one JSON value for scripts.</source>
        <translation>供脚本使用：只输出一个 JSON 值。</translation>
    </message>
    <message>
        <source>Put a backup in the place of the library, which is kept beside it.</source>
        <translation>用备份恢复资料库，原有的资料库保留在旁边。</translation>
    </message>
    <message>
        <source>Put theirs beside the one here.</source>
        <translation>这篇稿件两份都留。</translation>
    </message>
    <message>
        <source>Recognise manuscripts and store their articles.</source>
        <translation>识别来稿，把各篇稿件存入资料库。</translation>
    </message>
    <message>
        <source>Saved into {path}: {issues} issues, {articles} articles, {revisions} versions.</source>
        <translation>已救到 {path}：{issues} 期，{articles} 篇稿件，{revisions} 个版本。</translation>
    </message>
    <message>
        <source>Show an issue's pages line by line, as the preview has them.</source>
        <translation>按预览的样子，逐页逐行列出一期。</translation>
    </message>
    <message>
        <source>Show one issue with its articles.</source>
        <translation>列出一期和其中的稿件。</translation>
    </message>
    <message>
        <source>Take in what a colleague sent (.bulletin): what is new, and what is newer there.</source>
        <translation>收入同事发来的交换文件（.bulletin）：新的，以及对方较新的。</translation>
    </message>
    <message>
        <source>Take theirs of this article.</source>
        <translation>这篇稿件取对方的。</translation>
    </message>
    <message>
        <source>The encoding of text whose own cannot be told, such as gb18030.</source>
        <translation>无法判断编码的文本所用的编码，例如 gb18030。</translation>
    </message>
    <message>
        <source>The file to write instead; a backup there is replaced.</source>
        <translation>另存到这个文件；那里已有的备份会被替换。</translation>
    </message>
    <message>
        <source>The file to write, .bulletin.</source>
        <translation>要写出的文件，.bulletin。</translation>
    </message>
    <message>
        <source>The file to write, .xlsx.</source>
        <translation>要写出的文件，.xlsx 格式。</translation>
    </message>
    <message>
        <source>The file to write, .zip.</source>
        <translation>要写的文件，.zip。</translation>
    </message>
    <message>
        <source>The file to write, its format by its ending: .docx, .pdf, .html or .txt.</source>
        <translation>要写出的文件，格式由扩展名决定：.docx、.pdf、.html 或 .txt。</translation>
    </message>
    <message>
        <source>The folder that archives are made in.</source>
        <translation>归档文件夹放在哪里。</translation>
    </message>
    <message>
        <source>The issue here that the articles go into.</source>
        <translation>稿件收入本机的哪一期。</translation>
    </message>
    <message>
        <source>The issue they go into; by default the newest issue that is still a draft.</source>
        <translation>收入哪一期；默认收入最新的、尚未定稿的一期。</translation>
    </message>
    <message>
        <source>The issue's date; today by default.</source>
        <translation>本期日期；默认为今天。</translation>
    </message>
    <message>
        <source>The issue's number; the next one by default.</source>
        <translation>期号；默认顺延下一期。</translation>
    </message>
    <message>
        <source>The issuing unit, printed in the masthead.</source>
        <translation>编印单位，印在报头。</translation>
    </message>
    <message>
        <source>The library to work in, instead of the person's own.</source>
        <translation>使用这个资料库，而不是本人的资料库。</translation>
    </message>
    <message>
        <source>The library {path} is damaged; {count} findings:</source>
        <translation>资料库 {path} 有损坏，共 {count} 处：</translation>
    </message>
    <message>
        <source>The new library to write; nothing may be there yet.</source>
        <translation>要写出的新资料库；那里不能已有文件。</translation>
    </message>
    <message>
        <source>The password of encrypted manuscripts.</source>
        <translation>加密来稿的打开密码。</translation>
    </message>
    <message>
        <source>The program made a mistake and stopped. What happened is written in {log}.</source>
        <translation>程序出错停止了。经过已记入 {log}。</translation>
    </message>
    <message>
        <source>The publication's name, 简报 by default.</source>
        <translation>刊物名称；默认为“简报”。</translation>
    </message>
    <message>
        <source>The template's id or name; by default the publication's.</source>
        <translation>模板的代号或名称；默认用刊物的模板。</translation>
    </message>
    <message>
        <source>There is no issue in this library yet.</source>
        <translation>这个资料库里还没有任何一期。</translation>
    </message>
    <message>
        <source>Turn manuscripts into one finished issue and write its file.</source>
        <translation>把来稿编成一期，写出文件。</translation>
    </message>
    <message>
        <source>What becomes of what was changed on both sides or deleted here; without it nothing is taken in.</source>
        <translation>两边都改过的、本机已删除的怎么办；不写则一篇也不收入。</translation>
    </message>
    <message>
        <source>What stood there before is kept: {path}</source>
        <translation>恢复前的资料库保留为：{path}</translation>
    </message>
    <message>
        <source>Write a backup of the whole library, verified, beside the earlier ones.</source>
        <translation>备份整个资料库并核对，与以前的备份放在一起。</translation>
    </message>
    <message>
        <source>Write an issue's file.</source>
        <translation>写出一期的文件。</translation>
    </message>
    <message>
        <source>Write an issue, or articles, to one file to carry to another machine (.bulletin).</source>
        <translation>把一期或若干稿件写成一个文件（.bulletin），带到另一台电脑。</translation>
    </message>
    <message>
        <source>Write the register of manuscripts (来稿登记) to a sheet for Excel or WPS.</source>
        <translation>把来稿登记表写成 Excel、WPS 表格文件。</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>两边都改过</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>本机已删除</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>对方已删除</translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation>收自 {file}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新稿件</translation>
    </message>
    <message>
        <source>newer here</source>
        <translation>本机较新</translation>
    </message>
    <message>
        <source>newer there</source>
        <translation>对方较新</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>{added} new articles, {replaced} brought up to date, {copied} put beside</source>
        <translation>新稿件 {added} 篇，更新 {replaced} 篇，并存 {copied} 篇</translation>
    </message>
    <message>
        <source>{articles} articles are in the library now: {path}</source>
        <translation>资料库现有稿件 {articles} 篇：{path}</translation>
    </message>
    <message>
        <source>{articles} articles in a backup: {path}</source>
        <translation>已备份稿件 {articles} 篇：{path}</translation>
    </message>
    <message>
        <source>{articles} articles on {pages} pages: {path}</source>
        <translation>共 {articles} 篇、{pages} 页：{path}</translation>
    </message>
    <message>
        <source>{count} articles: {path}</source>
        <translation>{count} 篇稿件：{path}</translation>
    </message>
    <message>
        <source>{count} files, without any text: {path}</source>
        <translation>{count} 个文件，不含稿件内容：{path}</translation>
    </message>
    <message>
        <source>{count} lines were set aside:</source>
        <translation>有 {count} 行搁置未用：</translation>
    </message>
    <message>
        <source>{count} manuscripts: {path}</source>
        <translation>{count} 篇来稿：{path}</translation>
    </message>
    <message>
        <source>{count} originals are damaged in the library</source>
        <translation>有 {count} 个原稿在资料库中已损坏，没有归入</translation>
    </message>
    <message>
        <source>{count} originals: {path}</source>
        <translation>原稿 {count} 个：{path}</translation>
    </message>
    <message>
        <source>{done} of {total} read: {name}</source>
        <translation>已读 {done}/{total}：{name}</translation>
    </message>
    <message>
        <source>{file}:</source>
        <translation>{file}：</translation>
    </message>
    <message>
        <source>{id}  in no issue  {headline}</source>
        <translation>{id}  来稿（未编入期）  {headline}</translation>
    </message>
    <message>
        <source>{id}  {publication} {year} No. {number}  {date}  {articles} articles</source>
        <translation>{id}  {publication} {year} 年第{number}期  {date}  {articles} 篇</translation>
    </message>
    <message>
        <source>{id}  {publication} {year} No. {number}  {date}  {headline}</source>
        <translation>{id}  {publication} {year} 年第{number}期  {date}  {headline}</translation>
    </message>
    <message>
        <source>{pages} pages: {path}</source>
        <translation>共 {pages} 页：{path}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A PDF needs Qt, which this system cannot load ({reason}); nothing was written. Install the missing library, or export a .docx.</source>
        <translation>写 PDF 要用 Qt，本机无法加载（{reason}），没有写出文件。请安装缺少的系统库，或改为导出 .docx。</translation>
    </message>
    <message>
        <source>A backup is being put in the place of the library {path}, but its folder does not let that be finished ({reason}). Close other programs that use it and try again.</source>
        <translation>正在用备份恢复资料库 {path}，但它所在的文件夹不允许完成（{reason}）。请关闭占用它的其他程序后重试。</translation>
    </message>
    <message>
        <source>A brace in “{part}” stands alone. Write fields as {{number}}.</source>
        <translation>“{part}”里的花括号不成对。占位符要写成 {{number}}。</translation>
    </message>
    <message>
        <source>A manuscript counts as used as long as its article stands in an issue. Nothing was changed. Move the article into an issue, or out of it, instead.</source>
        <translation>稿件编在某一期里，就算“已用”，状态由它所在的位置决定。未作任何改动。要改变它，请把稿件移进某一期，或移回来稿。</translation>
    </message>
    <message>
        <source>A picture without a caption in the article “{title}” is not in the library any more, or damaged there. No file was written. Insert it again, or delete it from the article.</source>
        <translation>稿件“{title}”中有一张没有题注的图片已不在资料库中，或已损坏。没有写出文件。请重新插入该图片，或从稿件中删除。</translation>
    </message>
    <message>
        <source>A publication needs a name. Nothing was changed. Give it one.</source>
        <translation>刊物要有名称。没有改动任何内容。请为它起一个名称。</translation>
    </message>
    <message>
        <source>A replacement stays in its paragraph and holds no line break, tab or other control character. Nothing was changed. Take it out of the replacement.</source>
        <translation>替换内容不能跨段，不能含换行、制表符等控制字符，稿件没有改动。请从“替换为”中去掉。</translation>
    </message>
    <message>
        <source>All text of {name} is marked as deleted in tracked changes ({count} deletions), so there is nothing to read. If it is to stand, reject the changes in Word or WPS, save, and take the file in again.</source>
        <translation>{name} 的全部文字都在修订中标为删除（共 {count} 处），没有可读取的内容。如需保留这些文字，请在 Word 或 WPS 里拒绝修订并保存，再重新收入。</translation>
    </message>
    <message>
        <source>LibreOffice could not be started ({reason}); nothing was checked and nothing changed.</source>
        <translation>LibreOffice 无法启动（{reason}），没有核对，稿件未受影响。</translation>
    </message>
    <message>
        <source>LibreOffice could not read the exported file (code {code}); nothing changed.</source>
        <translation>LibreOffice 未能读取导出的文件（代码 {code}），稿件未受影响。</translation>
    </message>
    <message>
        <source>LibreOffice is not installed here, so the exported file cannot be checked. The preview is not affected.</source>
        <translation>这台电脑没有安装 LibreOffice，无法核对导出的文件。预览不受影响。</translation>
    </message>
    <message>
        <source>LibreOffice was not done after {seconds} seconds and was ended; nothing changed. Try once more, or open the exported file in it to see what it waits for.</source>
        <translation>LibreOffice 用了 {seconds} 秒仍未完成，已将其结束，稿件未受影响。请再试一次，或用它打开导出的文件，看它在等什么。</translation>
    </message>
    <message>
        <source>Masthead and imprint of issue {number} of {year} are damaged in the library. Its articles are kept. Restore a backup to get them back.</source>
        <translation>资料库中 {year} 年第{number}期的报头和报尾已损坏。该期稿件都在。请恢复备份以找回报头和报尾。</translation>
    </message>
    <message>
        <source>No article was recognised in the input. Nothing was stored or written.</source>
        <translation>来稿中没有识别出稿件，没有存入资料库，也没有写出文件。</translation>
    </message>
    <message>
        <source>Nothing of a library was found in {path}. It was left as it is. Restore a backup.</source>
        <translation>在 {path} 里找不到任何资料库内容。文件保持原样。请恢复备份。</translation>
    </message>
    <message>
        <source>One file holds one issue, or articles. Nothing was written. Send each issue by itself.</source>
        <translation>一个文件只放一期，或者若干稿件。没有写出任何内容。请逐期发送。</translation>
    </message>
    <message>
        <source>Something in this file was changed on both sides, or deleted here, so nothing was taken in. Say what becomes of it with --changed theirs, mine or both, or with --take, --keep and --both for single articles.</source>
        <translation>文件中有两边都改过的或本机已删除的稿件，所以一篇也没有收入。请用 --changed theirs、mine 或 both 说明怎么办，或用 --take、--keep、--both 逐篇说明。</translation>
    </message>
    <message>
        <source>Template {source} holds brackets in brackets or a number beyond what any template needs. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 的括号嵌套过深，或有过长的数字，任何模板都用不到。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source} is not valid TOML: {why}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 不是有效的 TOML：{why}。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: no template has a value “{key}” (found {found}). Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：没有名为“{key}”的项（写的是 {found}）。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “base” is {found}; it must be another template that is not derived from this one. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“base”是 {found}，应是另一个模板，且不能由本模板派生。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “base” is {found}; there is no such template. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“base”是 {found}，没有这个模板。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is missing. Nothing was changed. Add it, or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：缺少“{key}”。未作改动。请补上，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; in braces it may hold {blanks}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，花括号里只能是 {blanks}。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a colour of six digits from 000000 to FFFFFF. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是六位颜色值，从 000000 到 FFFFFF。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a list of tab stops, each with a place, an align (left / center / right) and dots (true / false). Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是制表位列表，每个含位置、align（left / center / right）和 dots（true / false）。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a number with its unit ({units}) and a strength ({strengths}). Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是带单位（{units}）和约束程度（{strengths}）的数。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a text of one line, at most {most} characters. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是一行文字，至多 {most} 字。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a whole number from 0 to {most}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是 0 到 {most} 的整数。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be a whole number of {unit} from {least} to {most}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是 {least} 到 {most} 的整数（单位 {unit}）。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be from {least} to {most} {unit}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应在 {least} 到 {most} {unit} 之间。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be of letters and digits and no other style's. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应由字母和数字组成，且不与其他样式相同。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be one of the font profiles: {choices}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是下列字体方案之一：{choices}。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be one of {choices}. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是下列之一：{choices}。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be true or false. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，应是 true 或 false。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; it must be whole or half points. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，字号应是整磅或半磅。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; with a pitch of {pitch} twips at most {most} lines fit between the margins. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，行距 {pitch} twips 时版心至多排 {most} 行。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; with the left margin it is wider than the paper. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，加上左页边距已宽于纸张。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; with the other indents it leaves a line no room between the margins. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，加上其他缩进，版心内排不下文字。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>Template {source}, line {line}: “{key}” is {found}; with the page number's own height it reaches into the text. Nothing was changed. Correct it or restore the template.</source>
        <translation>模板 {source} 第 {line} 行：“{key}”是 {found}，加上页码自身高度已伸入版心。未作改动。请改正，或恢复该模板。</translation>
    </message>
    <message>
        <source>The archive {folder} could not be made ({reason}); nothing of it was left. Choose another folder.</source>
        <translation>归档文件夹 {folder} 没有建成（{reason}），没有留下任何文件。请另选文件夹。</translation>
    </message>
    <message>
        <source>The article “{title}” is damaged in the library. The other articles are not affected. Take an earlier version of it, or restore a backup.</source>
        <translation>资料库中的稿件“{title}”已损坏。其他稿件不受影响。请取它的早先版本，或恢复备份。</translation>
    </message>
    <message>
        <source>The article “{title}” is in this library already. Nothing was changed. Insert a copy of it instead.</source>
        <translation>稿件“{title}”已在本资料库中。没有改动任何内容。请改为插入它的副本。</translation>
    </message>
    <message>
        <source>The backup could not be copied to the second folder {folder} ({reason}). The one beside the library is kept. Make room there, or choose another folder.</source>
        <translation>未能把备份复制到第二位置 {folder}（{reason}）。资料库旁边的备份完好。请在那里腾出空间，或者换一个文件夹。</translation>
    </message>
    <message>
        <source>The backup could not be made in {folder} ({reason}). The library and earlier backups are not touched by that. Make room there, or choose another folder.</source>
        <translation>未能在 {folder} 备份（{reason}）。资料库和以前的备份都没有受影响。请在那里腾出空间，或者换一个文件夹。</translation>
    </message>
    <message>
        <source>The backup could not be put in the place of the library {path} ({reason}). Library and backup are as they were. Make room in its folder and try again.</source>
        <translation>未能用备份恢复资料库 {path}（{reason}）。资料库和备份都保持原样。请在它所在的磁盘腾出空间后重试。</translation>
    </message>
    <message>
        <source>The backup {path} cannot be read ({reason}). Nothing was changed. Check that its disk is plugged in, or choose another backup.</source>
        <translation>无法读取备份 {path}（{reason}）。没有做任何改动。请检查它所在的磁盘是否已插好，或者另选一个备份。</translation>
    </message>
    <message>
        <source>The backup {path} is damaged. Nothing was changed. Choose another backup.</source>
        <translation>备份 {path} 已损坏。没有做任何改动。请另选一个备份。</translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer version of this program. Nothing was changed. Update the program to use it, or choose another backup.</source>
        <translation>备份 {path} 是由更新版本的程序生成的。没有做任何改动。请升级程序后再用，或者另选一个备份。</translation>
    </message>
    <message>
        <source>The disk with the backup {path} fails. Nothing was changed. Choose another backup.</source>
        <translation>备份 {path} 所在的磁盘读取出错。没有做任何改动。请另选一个备份。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full, so the file was not written; nothing was changed. Free some space or choose another disk.</source>
        <translation>{folder} 所在的磁盘已满，文件没有写出，原有内容未动。请腾出空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>The file could not be written in {folder} ({reason}); nothing was changed. Choose another folder.</source>
        <translation>无法在 {folder} 中写出文件（{reason}），原有内容未动。请换一个文件夹。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}). Nothing was changed. Choose another file.</source>
        <translation>文件 {path} 读不出来（{reason}）。什么都没有改动。请另选文件。</translation>
    </message>
    <message>
        <source>The file {path} is empty, so it is no backup. Nothing was changed. Choose another one.</source>
        <translation>文件 {path} 是空的，不是备份。没有做任何改动。请另选一个。</translation>
    </message>
    <message>
        <source>The file {path} is empty, so it is no library. It was left as it is. Restore a backup, or choose another file.</source>
        <translation>文件 {path} 是空的，不是资料库。文件保持原样。请恢复备份，或另选文件。</translation>
    </message>
    <message>
        <source>The file {path} is no backup of a library of this program. Nothing was changed. Choose another file.</source>
        <translation>文件 {path} 不是本程序资料库的备份。没有做任何改动。请另选一个文件。</translation>
    </message>
    <message>
        <source>The file {path} is no template: it is no text in UTF-8, or far too long. Nothing was changed. Choose a file that was exported as a template.</source>
        <translation>文件 {path} 不是模板：不是 UTF-8 文本，或者太长。什么都没有改动。请选择导出的模板文件。</translation>
    </message>
    <message>
        <source>The file {path} is not a library of this program. It was left as it is. Choose another file.</source>
        <translation>文件 {path} 不是本程序的资料库。文件保持原样。请另选文件。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used for a library. Nothing was changed. Choose another place.</source>
        <translation>文件夹 {folder} 不能存放资料库。没有任何改动。请另选位置。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist, so “{name}” was not written. Choose another folder.</source>
        <translation>文件夹 {folder} 不存在，“{name}”没有写出。请换一个文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} is full of other versions of “{name}”, so it was not put there. Empty the folder.</source>
        <translation>文件夹 {folder} 中已有太多同名的“{name}”，原件未能放进去。请清空这个文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} may not be written by you, so no library can be made there. Nothing was changed. Ask for write permission, or choose another place.</source>
        <translation>您没有文件夹 {folder} 的写入权限，不能在那里新建资料库，什么都没有改动。请取得写入权限，或另选位置。</translation>
    </message>
    <message>
        <source>The issue {number} of {year} follows its publication's template already. Nothing was changed.</source>
        <translation>{year}年第{number}期已经随刊物的模板。什么都没有改动。</translation>
    </message>
    <message>
        <source>The journal beside {path} could not be given another name ({reason}). Nothing was changed.</source>
        <translation>{path} 旁边的日志没能改名（{reason}），什么都没有改动。</translation>
    </message>
    <message>
        <source>The journal {journal} beside the library {path} is not its own, perhaps since the file was replaced by another. Together they would be damaged; nothing was changed. The library is whole without it.</source>
        <translation>资料库 {path} 旁边的日志 {journal} 不是它自己的，可能是文件被换过。两者合在一起会损坏，所以什么都没有改动。不用这份日志，资料库是完好的。</translation>
    </message>
    <message>
        <source>The library {path} can only be opened by way of a copy, which could not be made ({reason}). Nothing was changed. Make room on this computer's own disk.</source>
        <translation>资料库 {path} 要先做一个副本才能打开，但副本没有做成（{reason}）。什么都没有改动。请在本机硬盘上腾出空间。</translation>
    </message>
    <message>
        <source>The library {path} cannot be read ({reason}). Nothing was changed. Check that it is there and that you may read it.</source>
        <translation>读不出资料库 {path}（{reason}）。没有任何改动。请检查文件是否还在、您是否有权读取。</translation>
    </message>
    <message>
        <source>The library {path} could not be made ({reason}). Nothing was left there. Choose another place or ask for write permission.</source>
        <translation>资料库 {path} 无法建立（{reason}）。没有留下任何文件。请另选位置，或申请写入权限。</translation>
    </message>
    <message>
        <source>The library {path} could not be opened. Nothing was changed. Check that its folder exists and that you may use it.</source>
        <translation>资料库 {path} 打不开。没有任何改动。请检查所在文件夹是否存在、您是否有权使用。</translation>
    </message>
    <message>
        <source>The library {path} could not be read or written: the disk is full, over its quota or failing. Everything saved before is kept; this step was not carried out. Make room and try again.</source>
        <translation>资料库 {path} 读写失败：磁盘已满、超出配额或有故障。此前保存的内容都在；这一步没有执行。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The library {path} is already open in another window of this program (process {process} on the computer {computer}). Nothing was changed. Use that window, or close it and try again.</source>
        <translation>资料库 {path} 已在本程序的另一个窗口中打开（计算机 {computer}，进程 {process}）。没有任何改动。请使用那个窗口，或关闭它后重试。</translation>
    </message>
    <message>
        <source>The library {path} is already open in another window of this program. Nothing was changed. Use that window, or close it and try again.</source>
        <translation>资料库 {path} 已在本程序的另一个窗口中打开。没有任何改动。请使用那个窗口，或关闭它后重试。</translation>
    </message>
    <message>
        <source>The library {path} is cut off: part of the file is missing. It was left exactly as it is. Copy the file to a safe place, then restore a backup.</source>
        <translation>资料库 {path} 不完整：文件缺了一部分。文件保持原样未动。请先把它复制到安全的地方，再恢复备份。</translation>
    </message>
    <message>
        <source>The library {path} is damaged. It was left exactly as it is. Copy the file to a safe place, then restore a backup.</source>
        <translation>资料库 {path} 已损坏，文件保持原样未动。请先把它复制到安全的地方，再恢复备份。</translation>
    </message>
    <message>
        <source>The library {path} is in use by another program. Nothing was changed. Close that program and try again.</source>
        <translation>资料库 {path} 正被另一个程序占用。没有任何改动。请关闭那个程序后重试。</translation>
    </message>
    <message>
        <source>The library {path} is missing, but its journal {journal} is still there. Nothing was made in its place. Put the library back beside the journal, or move the journal away.</source>
        <translation>资料库 {path} 不见了，但它的日志 {journal} 还在。没有另建新库。请把资料库放回日志旁边，或把日志移走。</translation>
    </message>
    <message>
        <source>The library {path} is not there. Nothing was made in its place. If it is on a stick or a network drive, connect that and try again.</source>
        <translation>找不到资料库 {path}，没有在原处新建任何东西。如果它在 U 盘或网络盘上，请接好后再试。</translation>
    </message>
    <message>
        <source>The library {path} is open for reading only: {reason}. This step was not carried out; everything can be read, searched and exported.</source>
        <translation>资料库 {path} 现在只能阅读：{reason}。这一步没有执行；内容可以照常查看、搜索和导出。</translation>
    </message>
    <message>
        <source>The library {path} may not be read by you ({reason}). Nothing was changed. Ask for permission on the file, or choose another library.</source>
        <translation>您没有读取资料库 {path} 的权限（{reason}），什么都没有改动。请取得该文件的权限，或另选资料库。</translation>
    </message>
    <message>
        <source>The library {path} may not be written by you. Nothing was changed. Ask for write permission on the file and its folder, or choose another library.</source>
        <translation>您没有写入资料库 {path} 的权限。没有任何改动。请申请该文件及其文件夹的写入权限，或另选资料库。</translation>
    </message>
    <message>
        <source>The library {path} must be brought up to date, but the copy that is made before could not be written beside it ({reason}). It was not changed. Make room in its folder and try again.</source>
        <translation>资料库 {path} 需要升级，但升级前要在它旁边留的副本写不下（{reason}）。资料库没有改动。请在该文件夹腾出空间后再试。</translation>
    </message>
    <message>
        <source>The library {path} was changed by another program since it was opened for reading. Open it again to see it as it is now.</source>
        <translation>资料库 {path} 以只读方式打开之后，被别的程序改动过。请重新打开，查看现在的内容。</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer version of this program (its format is {version}, this program knows {known}). It was not changed. Update the program to open it.</source>
        <translation>资料库 {path} 由更新版本的程序建立（格式 {version}，本程序只认到 {known}）。文件没有改动。请升级程序后再打开。</translation>
    </message>
    <message>
        <source>The library {path} was moved, deleted or replaced while it was open. This step was not saved; your text is still in the window. Put the file back, or copy the text elsewhere.</source>
        <translation>资料库 {path} 在打开期间被移动、删除或替换。这一步没有保存；您的文字仍在窗口中。请把文件放回原处，或把文字复制到别处。</translation>
    </message>
    <message>
        <source>The manuscripts in no issue stay where they are and are no issue themselves. Nothing was changed. Move the articles into an issue first.</source>
        <translation>“来稿”固定不变，本身不是一期简报。没有改动任何内容。请先把稿件移到某一期中。</translation>
    </message>
    <message>
        <source>The new library {path} could not be written ({reason}). Nothing was left there; the damaged one is as it was. Choose another place.</source>
        <translation>新资料库 {path} 写不出来（{reason}）。那里没有留下任何东西，损坏的资料库保持原样。请换一个位置。</translation>
    </message>
    <message>
        <source>The original of a manuscript is no longer in {folder}; the manuscript was not stored. Bring its file in again.</source>
        <translation>{folder} 中已没有这份来稿的原件，来稿没有保存。请重新收取该文件。</translation>
    </message>
    <message>
        <source>The original of this manuscript is not in the library; its text is. It may have been pasted, or taken in by an earlier version of this program.</source>
        <translation>资料库里没有这篇来稿的原件，文字还在。它可能是粘贴进来的，或是由本程序的较早版本收进来的。</translation>
    </message>
    <message>
        <source>The original “{name}” is damaged in the library; the article that was made of it is not touched by that. Take the file in again, or restore a backup.</source>
        <translation>资料库里的原件“{name}”已损坏，由它整理出的稿件不受影响。请重新收一次这个文件，或恢复备份。</translation>
    </message>
    <message>
        <source>The password does not open {name}; nothing was read. Ask its sender for the right one.</source>
        <translation>密码打不开 {name}，没有读入任何内容。请向发送人核对密码。</translation>
    </message>
    <message>
        <source>The path of the library {path} is too long for this computer. Nothing was changed. Choose a shorter name, or a folder that is not so deep.</source>
        <translation>资料库 {path} 的路径太长，这台电脑用不了。什么都没有改动。请换短一点的名称，或放到层次少一些的文件夹里。</translation>
    </message>
    <message>
        <source>The path of “{name}” is {length} characters long, more than the {most} Windows takes. Nothing was written. Choose a shorter name, or a folder that is not so deep.</source>
        <translation>“{name}”的完整路径有 {length} 个字，超过 Windows 允许的 {most} 个，没有写出。请把名称改短，或换一个层级浅的文件夹。</translation>
    </message>
    <message>
        <source>The path {path} is too long for Windows. Choose a folder nearer to the drive, or a shorter pattern.</source>
        <translation>路径 {path} 对 Windows 来说太长。请选靠近盘符的文件夹，或缩短名称规则。</translation>
    </message>
    <message>
        <source>The pattern cannot be read at character {place}: {reason}. Nothing was changed. Mend it, or look for the words themselves.</source>
        <translation>正则表达式第 {place} 个字符处有误：{reason}。稿件没有改动，请改正，或直接查找文字。</translation>
    </message>
    <message>
        <source>The pattern is nested too deeply. Nothing was changed. Take a simpler one, or look for the words themselves.</source>
        <translation>正则表达式嵌套过深，稿件没有改动。请改用简单些的写法，或直接查找文字。</translation>
    </message>
    <message>
        <source>The pattern names no folder. Write one, such as {usual}.</source>
        <translation>名称规则没有写出文件夹。请写一个，如 {usual}。</translation>
    </message>
    <message>
        <source>The picture has more than {limit} million pixels and was not taken in. A printed page shows 9 million. Save it smaller in a picture program, then insert it.</source>
        <translation>图片超过 {limit} 百万像素，没有收入。印出来的一页最多显示 9 百万像素。请用看图软件存成较小的图片，再插入。</translation>
    </message>
    <message>
        <source>The picture is larger than {limit} MB and was not taken in. Save it smaller in a picture program, then insert it.</source>
        <translation>图片大于 {limit} MB，没有收入。请用看图软件存成较小的图片，再插入。</translation>
    </message>
    <message>
        <source>The picture “{caption}” in the article “{title}” is not in the library any more, or damaged there. No file was written. Insert it again, or delete it from the article.</source>
        <translation>稿件“{title}”中的图片“{caption}”已不在资料库中，或已损坏。没有写出文件。请重新插入该图片，或从稿件中删除。</translation>
    </message>
    <message>
        <source>The printer “{name}” did not take the pages. See whether it is switched on and has paper, then print again.</source>
        <translation>打印机“{name}”没有接收这些页面。请看看它是否开机、有没有纸，然后重新打印。</translation>
    </message>
    <message>
        <source>The printer “{name}” is not there any more; nothing was printed. Choose another one.</source>
        <translation>找不到打印机“{name}”了，什么也没有打印。请另选一台。</translation>
    </message>
    <message>
        <source>The publication has no name. Nothing was stored or written. Give it one.</source>
        <translation>刊物没有名称，没有存入也没有写出任何内容。请给出刊物名称。</translation>
    </message>
    <message>
        <source>The replacement cannot be read at character {place}: “\” stands before the number of a group the pattern has ({count}), or before another “\”. Nothing was changed.</source>
        <translation>“替换为”第 {place} 个字符处有误：“\”后面应是已有分组的编号（共 {count} 组）或另一个“\”。稿件没有改动。</translation>
    </message>
    <message>
        <source>The second folder for backups, {folder}, is not there now. Backups are kept beside the library; they are copied to it as soon as it is there again.</source>
        <translation>备份的第二位置 {folder} 现在不在。备份照常保存在资料库旁边；等它接上后会自动补上。</translation>
    </message>
    <message>
        <source>The template has no name. Nothing was changed. Give it one.</source>
        <translation>模板没有名称。什么都没有改动。请填写名称。</translation>
    </message>
    <message>
        <source>The template “{name}” cannot be read by this program (line {line}: “{key}”). It is kept as it is; pages are set by “{base}” instead. Correct it in “Page and template…”, or update the program.</source>
        <translation>本程序读不了模板“{name}”（第 {line} 行：“{key}”）。模板原样保留，页面暂按“{base}”排版。请在“版式…”中改正，或更新程序。</translation>
    </message>
    <message>
        <source>The template “{name}” is damaged in the library; pages are set by “{base}” instead. Restore a backup to get it back, or save it anew.</source>
        <translation>资料库中的模板“{name}”已损坏，页面暂按“{base}”排版。可用备份恢复，或重新保存。</translation>
    </message>
    <message>
        <source>The template “{name}” is used by {publications}. Nothing was changed. Choose another template there first.</source>
        <translation>模板“{name}”正由 {publications} 使用。什么都没有改动。请先在那里另选模板。</translation>
    </message>
    <message>
        <source>There are more copies than can be printed. Nothing was changed. Give fewer.</source>
        <translation>份数太大，无法印在版记上。未作任何更改，请改小。</translation>
    </message>
    <message>
        <source>There is a file {path} already. It was left as it is, and nothing was written. Choose another name.</source>
        <translation>{path} 已有文件。它保持原样，没有写出任何东西。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a template “{name}” already. Nothing was changed. Choose another name.</source>
        <translation>已有模板“{name}”。什么都没有改动。请换个名称。</translation>
    </message>
    <message>
        <source>There is no article {id} in this file. Nothing was changed.</source>
        <translation>文件中没有稿件 {id}。没有改动任何内容。</translation>
    </message>
    <message>
        <source>There is no article {id} in this library. Nothing was changed. It may be in the recycle bin.</source>
        <translation>资料库中没有稿件 {id}。没有任何改动。它可能在回收站里。</translation>
    </message>
    <message>
        <source>There is no field “{field}”. There are: {fields}.</source>
        <translation>没有占位符“{field}”。可用的有：{fields}。</translation>
    </message>
    <message>
        <source>There is no issue {id} in this library. Nothing was changed. It may be in the recycle bin.</source>
        <translation>资料库中没有这一期：{id}。没有任何改动。它可能在回收站里。</translation>
    </message>
    <message>
        <source>There is no manuscript in {folder}; nothing was read. Choose another folder.</source>
        <translation>{folder} 中没有来稿，没有读取任何内容。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no permission to look into {folder}; what is in it was not read. Ask its owner for permission, or choose a copy of your own.</source>
        <translation>没有权限查看 {folder}，其中的内容没有读取。请向所有者申请权限，或者选择自己的副本。</translation>
    </message>
    <message>
        <source>There is no permission to read {path}; nothing was read. Ask its owner for permission, or choose a copy of your own.</source>
        <translation>没有读取 {path} 的权限，没有读入任何内容。请向文件所有者申请权限，或选择自己的副本。</translation>
    </message>
    <message>
        <source>There is no publication {id} in this library. Nothing was changed. It may be in the recycle bin.</source>
        <translation>资料库中没有刊物 {id}。没有任何改动。它可能在回收站里。</translation>
    </message>
    <message>
        <source>There is no publication “{name}” in this library; there are: {names}. Nothing was searched.</source>
        <translation>资料库中没有刊物“{name}”，现有：{names}。没有进行查找。</translation>
    </message>
    <message>
        <source>There is no room to keep the original file in {folder} ({reason}); nothing was taken over. Free some space on that disk and try again.</source>
        <translation>原稿无法存入 {folder}（{reason}），没有收取任何内容。请清理该磁盘的空间后重试。</translation>
    </message>
    <message>
        <source>There is no section {id} in this library. Nothing was changed. It may be in the recycle bin.</source>
        <translation>资料库中没有栏目 {id}。没有任何改动。它可能在回收站里。</translation>
    </message>
    <message>
        <source>There is no template {id} in this library. Nothing was changed.</source>
        <translation>资料库中没有模板 {id}。什么都没有改动。</translation>
    </message>
    <message>
        <source>There is no template {id} to be derived from or chosen. Nothing was changed. Choose another.</source>
        <translation>没有模板 {id} 可选。什么都没有改动。请另选模板。</translation>
    </message>
    <message>
        <source>There is no template {name}. Choose another template for the issue.</source>
        <translation>没有名为 {name} 的模板。请为本期另选一个模板。</translation>
    </message>
    <message>
        <source>There is no template “{name}”. Nothing was changed. There are: {names}.</source>
        <translation>没有模板“{name}”。什么都没有改动。现有模板：{names}。</translation>
    </message>
    <message>
        <source>There is no text in {name}, so there is nothing to read. Choose the file that has the text.</source>
        <translation>{name} 中没有文字，没有可读取的内容。请选择有文字的文件。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the manuscripts first, then paste them here.</source>
        <translation>剪贴板里没有文字。请先复制来稿，再到这里粘贴。</translation>
    </message>
    <message>
        <source>There is no text to paste; nothing was changed. Copy the text first, then paste again.</source>
        <translation>没有可粘贴的文字，未作任何改动。请先复制文字，再粘贴。</translation>
    </message>
    <message>
        <source>This article did not come in as a manuscript, so nothing is kept of who sent it. Nothing was changed. Move it among the manuscripts first.</source>
        <translation>这篇稿件不是作为来稿收进来的，没有供稿登记。未作任何改动。请先把它移到来稿中。</translation>
    </message>
    <message>
        <source>This article has no version {revision}. Nothing was changed. Choose one from its history.</source>
        <translation>这篇稿件没有版本 {revision}。没有任何改动。请从它的历史版本中选择。</translation>
    </message>
    <message>
        <source>This entry of the issue's history is damaged in the library. The issue itself is kept. Take another entry, or restore a backup.</source>
        <translation>本期历史中的这一条在资料库中已损坏，本期内容不受影响。请选用另一条，或恢复备份。</translation>
    </message>
    <message>
        <source>This is no picture that can be read (PNG, JPEG, GIF, BMP, TIFF or WebP), or it is damaged. Nothing was inserted. Open it in a picture program, save it as PNG, and insert that.</source>
        <translation>这不是能识别的图片（PNG、JPEG、GIF、BMP、TIFF、WebP），或者图片已损坏。什么也没有插入。请用看图软件打开，另存为 PNG 后再插入。</translation>
    </message>
    <message>
        <source>This issue has no entry {revision} in its history. Nothing was changed. Choose one from the list.</source>
        <translation>本期历史中没有第 {revision} 条，未作任何更改。请从列表中选择。</translation>
    </message>
    <message>
        <source>This library has no template {id}; pages are set by “{base}” instead. Choose a template for the publication.</source>
        <translation>资料库中没有模板 {id}，页面暂按“{base}”排版。请为刊物选择模板。</translation>
    </message>
    <message>
        <source>This library knows of no exported file {id}. Nothing was changed. It may have been exported from another library.</source>
        <translation>资料库中没有编号为 {id} 的导出记录。没有任何改动。文件可能是从别的资料库导出的。</translation>
    </message>
    <message>
        <source>This pattern has {length} characters, more than {most}. Nothing was changed. Shorten it, or look for the words themselves.</source>
        <translation>正则表达式有 {length} 个字符，超过了 {most} 个的上限，稿件没有改动。请缩短，或直接查找文字。</translation>
    </message>
    <message>
        <source>This pattern takes too long on a paragraph of {length} characters. Nothing was changed. Take a simpler one: a repetition inside a repetition, such as (a+)+, is often the cause.</source>
        <translation>这个正则表达式在 {length} 字的段落中查找用时过长，已停止，稿件没有改动。请改用简单些的写法；常见原因是重复中套着重复，如 (a+)+。</translation>
    </message>
    <message>
        <source>This publication already has an issue {number} in {year}. Nothing was changed. Choose another number, or make it a supplement.</source>
        <translation>本刊物 {year} 年已有第{number}期。没有任何改动。请换一个期号，或改为增刊。</translation>
    </message>
    <message>
        <source>Version {revision} of this article is damaged in the library. The article itself is kept. Take another version, or restore a backup.</source>
        <translation>这篇稿件的版本 {revision} 在资料库中已损坏。稿件本身还在。请取其他版本，或恢复备份。</translation>
    </message>
    <message>
        <source>What is in this file has ids of other things in this library. Nothing was changed. Ask for the file once more.</source>
        <translation>文件中的编号与本机资料库里别的内容相同。没有改动任何内容。请对方重新发送。</translation>
    </message>
    <message>
        <source>What is on the clipboard has more than {paragraphs} paragraphs or {characters} characters, more than an article holds. Nothing was pasted. Take it in as manuscripts.</source>
        <translation>剪贴板中的内容超过 {paragraphs} 段或 {characters} 字，一篇稿件放不下，没有粘贴。请用“粘贴来稿”收入。</translation>
    </message>
    <message>
        <source>What was exported as “{name}” is damaged in the library; the file itself and the issue are not touched by that. Restore a backup to get it back.</source>
        <translation>资料库中“{name}”的导出记录已损坏，文件本身和这一期稿件不受影响。要找回记录，请恢复备份。</translation>
    </message>
    <message>
        <source>What you do here cannot be noted beside the library at every step ({reason}). A breakdown could cost you what is not stored yet. Make room on the disk.</source>
        <translation>眼下做的没法逐步记在资料库旁边（{reason}）。万一程序中断，还没收下的可能会丢。请在磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>What you type cannot be noted beside the library at every key ({reason}). It is saved at every pause; only a breakdown could cost you the last second. Make room on the disk.</source>
        <translation>键入的文字暂时不能逐键记在资料库旁边（{reason}）。停顿时仍会照常保存，只有程序意外中断才可能丢失最后一秒的文字。请清理磁盘空间。</translation>
    </message>
    <message>
        <source>Windows allows no file to be called “{name}”: it may hold none of {marks} and not end in a dot or a space. Nothing was written. Choose another file name.</source>
        <translation>Windows 不允许文件名为“{name}”：名称里不能有 {marks}，末尾不能是点或空格。没有写出，请换一个文件名。</translation>
    </message>
    <message>
        <source>Windows keeps the name “{name}” for a device, so nothing was written. Choose another file name.</source>
        <translation>“{name}”是 Windows 留给设备的名称，没有写出。请换一个文件名。</translation>
    </message>
    <message>
        <source>You may not write in the folder {folder}; nothing was changed. Choose another folder.</source>
        <translation>没有权限写入文件夹 {folder}，原有内容未动。请换一个文件夹。</translation>
    </message>
    <message>
        <source>a bracket “(” is not closed</source>
        <translation>“(”没有配对的“)”</translation>
    </message>
    <message>
        <source>a bracket “)” was not opened</source>
        <translation>“)”没有配对的“(”</translation>
    </message>
    <message>
        <source>a bracket “[” is not closed</source>
        <translation>“[”没有配对的“]”</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>a repetition is repeated</source>
        <translation>重复符号连用了两次</translation>
    </message>
    <message>
        <source>a rule of this computer forbids it</source>
        <translation>本机的管理规则不允许</translation>
    </message>
    <message>
        <source>a virus scanner keeps it</source>
        <translation>杀毒软件把它拦下了</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>access is denied, or another program has it open</source>
        <translation>没有权限，或者正被别的程序打开</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>正被其他程序使用</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>its file is write-protected</source>
        <translation>文件设了写保护</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>链接循环指向自己</translation>
    </message>
    <message>
        <source>its path is longer than Windows takes</source>
        <translation>完整路径超过了 Windows 允许的长度</translation>
    </message>
    <message>
        <source>nothing follows the last “\”</source>
        <translation>末尾的“\”后面缺少字符</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk is write-protected</source>
        <translation>磁盘写保护</translation>
    </message>
    <message>
        <source>the disk or the stick is not there</source>
        <translation>磁盘或 U 盘不在</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the name or the place is not allowed</source>
        <translation>名称或位置不允许</translation>
    </message>
    <message>
        <source>the network drive does not answer</source>
        <translation>网络盘没有响应</translation>
    </message>
    <message>
        <source>there is no such group</source>
        <translation>没有这个分组</translation>
    </message>
    <message>
        <source>there is nothing before it to repeat</source>
        <translation>重复符号前面没有内容</translation>
    </message>
    <message>
        <source>there is one of that name already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>what stands there means nothing in a pattern</source>
        <translation>此处的写法没有意义</translation>
    </message>
    <message>
        <source>you may not write in its folder</source>
        <translation>您没有所在文件夹的写入权限</translation>
    </message>
    <message>
        <source>{count} files in {folder} are no manuscripts by their endings and were not read: {names}. Choose one by itself to have it read all the same.</source>
        <translation>{folder} 中有 {count} 个文件从扩展名看不是来稿，没有读取：{names}。如需读取，请单独选择该文件。</translation>
    </message>
    <message>
        <source>{folder} holds more files than are taken in at once; the first {count} manuscripts were read. Bring in the others from smaller folders.</source>
        <translation>{folder} 中的文件超出一次收取的上限，只读取了前 {count} 份来稿。其余的请分放到较小的文件夹再收取。</translation>
    </message>
    <message>
        <source>{folder} is where backups are kept already. Choose a folder on another disk.</source>
        <translation>备份本来就保存在 {folder}。请选择另一块磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>{name} could not be read within {seconds} seconds and was given up. Open it in the program that made it, copy the text and paste it here.</source>
        <translation>{name} 在 {seconds} 秒内没有读完，已放弃读取。请用原来的程序打开，复制文字后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} could not be read: the program made a mistake with it, and the report is in its log. Nothing was taken over from it. Open it in the program that made it, copy the text and paste it here.</source>
        <translation>{name} 没有读成：本程序处理时出错，详情已记入日志，没有从中收取任何内容。请用原来的程序打开，复制文字后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}. Nothing was changed.</source>
        <translation>{name} 读不出来：{reason}。什么都没有改动。</translation>
    </message>
    <message>
        <source>{name} has a document type definition inside, which Word never writes and which can do harm, so it was not read. Open it in Word, select all, copy, and paste the text here.</source>
        <translation>{name} 里有文档类型定义（DTD）。Word 从不写这种内容，它可能有害，所以没有读取。请在 Word 里打开它，全选、复制，再把文字粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} has far more in it than any manuscript, so it was not read. Open it in Word, copy the part that is needed, and paste it here.</source>
        <translation>{name} 里的内容远远超过一般稿件，没有读取。请在 Word 里打开它，复制需要的部分，再粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} has more than {pages} pages, or more on them than any manuscript, and was not read. Open it, copy the part that is needed, and paste it here.</source>
        <translation>{name} 超过 {pages} 页，或内容远超一般稿件，没有读入。请打开它，复制需要的部分，粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} has pages that are pictures, or fonts that do not say their characters, so there was no text to read. Have it recognised (OCR) by another program, or ask its sender for the Word file.</source>
        <translation>{name} 的页面是图片，或字体没有标明文字，没有可读的文字。请先用其他程序识别文字（OCR），或向发送人索要 Word 文件。</translation>
    </message>
    <message>
        <source>{name} has {count} parts, far more than any manuscript, so it was not read. Open it in Word, select all, copy, and paste the text here.</source>
        <translation>{name} 里有 {count} 个部件，远远超过一般稿件，没有读取。请在 Word 里打开它，全选、复制，再把文字粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} MB under its password, which takes too long to open here. Unpack it with its password, then take in the files inside.</source>
        <translation>{name} 里加密的内容超过 {limit} MB，在这里打开太慢。请用密码解压后，再收里面的文件。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} files; the first {limit} were read, the others were not. Unpack it, then take in what is needed.</source>
        <translation>{name} 里的文件超过 {limit} 个：前 {limit} 个已读入，其余没有读。请先解压，再收需要的文件。</translation>
    </message>
    <message>
        <source>{name} is XML of a kind that this version does not read; the file was left as it is. Open it in the program that made it, select all, copy, and paste the text here.</source>
        <translation>{name} 是本版本不能读的 XML 文件，文件原样未动。请用原来的程序打开，全选、复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is a damaged PDF, so nothing was read from it. Ask its sender for it once more.</source>
        <translation>{name} 是损坏的 PDF，没有读入任何内容。请让发送人重发。</translation>
    </message>
    <message>
        <source>{name} is a damaged Word document in XML, so nothing was read from it. Open it in Word or WPS, save it as .docx, and take that in.</source>
        <translation>{name} 是损坏的 XML 格式 Word 文件，没有读入任何内容。请用 Word 或 WPS 打开，另存为 .docx 后再收进来。</translation>
    </message>
    <message>
        <source>{name} is a damaged archive and was not opened. Ask its sender for it once more, or unpack it with another program and take in the files inside.</source>
        <translation>{name} 是损坏的压缩包，没有打开。请让发送人重发，或用其他程序解压后，再收里面的文件。</translation>
    </message>
    <message>
        <source>{name} is a damaged or encrypted OFD file, so nothing was read from it. Open it in an OFD reader, copy the text, and paste it here, or ask its sender for the Word file.</source>
        <translation>{name} 是损坏或加密的 OFD 文件，没有读入任何内容。请用 OFD 阅读器打开，复制文字粘贴到这里，或向发送人索要 Word 文件。</translation>
    </message>
    <message>
        <source>{name} is a damaged web archive, and was not read. Open it in a browser, select what is needed, copy, and paste it here.</source>
        <translation>{name} 是损坏的网页归档，没有读入。请用浏览器打开，选中需要的内容，复制后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is a mail in Outlook's own form and was not read. Open it in Outlook and save its attachments, or save the mail as .eml or .txt, and take those in.</source>
        <translation>{name} 是 Outlook 专用格式的邮件，没有读入。请在 Outlook 中打开，另存其附件，或将邮件另存为 .eml 或 .txt，再收进来。</translation>
    </message>
    <message>
        <source>{name} is a mail or web archive larger or deeper than any that is written, and was not read. Save the attachments that are needed, then take those in.</source>
        <translation>{name} 这样的邮件或网页归档大小或层次远超常规，没有读入。请另存需要的附件，再收进来。</translation>
    </message>
    <message>
        <source>{name} is a mail or web archive of more than {limit} parts and was not read. Save the attachments that are needed, then take those in.</source>
        <translation>{name} 这封邮件或网页归档的部分超过 {limit} 个，没有读入。请另存需要的附件，再收进来。</translation>
    </message>
    <message>
        <source>{name} is a mail without text or attachments. Ask its sender for it once more.</source>
        <translation>{name} 是没有正文和附件的邮件。请让发送人重发。</translation>
    </message>
    <message>
        <source>{name} is a package without a document of Word's inside, so there was nothing to read. Open it in the program that made it and save it as .docx.</source>
        <translation>{name} 是一个文件包，但里面没有 Word 文档，没有可读的内容。请用生成它的程序打开，另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} is a packed archive that is not ZIP (RAR, 7z, gz) and was not opened. Unpack it, then take in the files inside.</source>
        <translation>{name} 是非 ZIP 格式的压缩包（RAR、7z、gz），没有打开。请先解压，再收里面的文件。</translation>
    </message>
    <message>
        <source>{name} is a picture, not a manuscript, and was not read. Insert it into the article it belongs to; text on a photographed or scanned page has to be recognised or typed first.</source>
        <translation>{name} 是图片，不是稿件，没有读入。请把它插入所属的稿件；拍照或扫描页上的文字需先识别或录入。</translation>
    </message>
    <message>
        <source>{name} is a shortcut: it only points at a file and holds no text. Choose the file itself.</source>
        <translation>{name} 是快捷方式，只指向一个文件，本身没有文字。请选择那个文件本身。</translation>
    </message>
    <message>
        <source>{name} is a spreadsheet, a presentation or another file that is no text, and was not read. Open it in the program that made it, select what is needed, copy, and paste it here.</source>
        <translation>{name} 是电子表格、演示文稿或其他非文字稿文件，没有读入。请用原来的程序打开，选中需要的内容，复制后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is a web archive without a page in it, and was not read. Open it in a browser, select what is needed, copy, and paste it here.</source>
        <translation>{name} 是没有网页的归档文件，没有读入。请用浏览器打开，选中需要的内容，复制后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is a web page of more than any article has, or made to keep its reader busy, and was not read. Open it in a browser, select what is needed, copy, and paste it here.</source>
        <translation>{name} 这个网页的内容远超一般稿件，或被做成让程序卡住，没有读入。请用浏览器打开，选中需要的内容，复制后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is a web page that shows no text of its own: it may load it when it is opened. Open it in a browser, select what is needed, copy, and paste it here.</source>
        <translation>{name} 这个网页自身没有文字，可能在打开时才载入。请用浏览器打开，选中需要的内容，复制后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} is an OpenDocument file under a password, which is not opened here. Open it in the program that made it, take the password off, save it, and take that in.</source>
        <translation>{name} 是设有密码的 OpenDocument 文件，在这里打不开。请用原来的程序打开，取消密码后保存，再收进来。</translation>
    </message>
    <message>
        <source>{name} is an archive without any file in it. Ask its sender for it once more.</source>
        <translation>{name} 压缩包里没有任何文件。请让发送人重发。</translation>
    </message>
    <message>
        <source>{name} is an exchange file of this program, not a manuscript, and was not read as one. Take it in by “File, Exchange with colleagues”, or drop it on the window by itself.</source>
        <translation>{name} 是本程序的交换文件，不是来稿，没有当作来稿读取。请用“文件 → 与同事交换”收入，或单独拖进窗口。</translation>
    </message>
    <message>
        <source>{name} is an old Word or WPS file that could not be read here; the file was left as it is. Open it in Word or WPS, save it as .docx, and take that in.</source>
        <translation>{name} 是旧版 Word 或 WPS 文件，在这里没能读出，文件原样未动。请用 Word 或 WPS 打开，另存为 .docx 后再收进来。</translation>
    </message>
    <message>
        <source>{name} is damaged, or packed in a way that is not read here. Unpack the archive with another program and take in the file.</source>
        <translation>{name} 已损坏，或压缩方式在这里不能读。请用其他程序解压后，再收这个文件。</translation>
    </message>
    <message>
        <source>{name} is damaged, so nothing was read from it. Ask for it again, or open it in Word, which may mend it, and save it under another name.</source>
        <translation>{name} 已损坏，没有读取任何内容。请对方重发，或者在 Word 里打开（Word 也许能修复），另存为别的文件名。</translation>
    </message>
    <message>
        <source>{name} is empty, so there is nothing to read. Choose the file that has the text.</source>
        <translation>{name} 是空文件，没有可读的内容。请选择有文字的文件。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB and was not read. Take its pictures out in Word or WPS, save it as .docx, and take that in.</source>
        <translation>{name} 超过 {limit} MB，没有读入。请在 Word 或 WPS 中去掉图片，另存为 .docx 后再收进来。</translation>
    </message>
    <message>
        <source>{name} is not text but a binary file, so nothing was read from it. Choose a text file, or paste the text.</source>
        <translation>{name} 不是文本文件，没有从中读取内容。请选择文本文件，或者直接粘贴文字。</translation>
    </message>
    <message>
        <source>{name} is only Word's note that a file is open; it holds no text. Choose the file itself.</source>
        <translation>{name} 只是 Word 打开文件时的占用标记，没有文字。请选择文件本身。</translation>
    </message>
    <message>
        <source>{name} is protected in a way that is not opened here, or is damaged. Open it in the program that made it, take the password off, save it, and take that in.</source>
        <translation>{name} 的加密方式在这里打不开，或文件已损坏。请用原来的程序打开，取消密码后保存，再收进来。</translation>
    </message>
    <message>
        <source>{name} is protected with a password and larger than {limit} MB; it was not read. Open it in the program that made it, take the password off, and save it.</source>
        <translation>{name} 设有密码且超过 {limit} MB，没有读入。请用原来的程序打开，取消密码后保存。</translation>
    </message>
    <message>
        <source>{name} is protected with a password in a way (AES) that is not opened here. Unpack it with its password, then take in the files inside.</source>
        <translation>{name} 的密码保护方式（AES）在这里打不开。请用密码解压后，再收里面的文件。</translation>
    </message>
    <message>
        <source>{name} is protected with a password; nothing was read. Enter the password that its sender set.</source>
        <translation>{name} 设有密码，没有读入任何内容。请输入发送人设置的密码。</translation>
    </message>
    <message>
        <source>{name} is text of more than {limit} MB and was not read. Split it, or paste the part that is needed.</source>
        <translation>{name} 是超过 {limit} MB 的文本，没有读入。请拆分后再收，或只粘贴需要的部分。</translation>
    </message>
    <message>
        <source>{name} is text, but some of its characters cannot be read in any encoding: it may be damaged. Nothing was taken over. Choose an encoding, then look at what comes out.</source>
        <translation>{name} 是文本，但有的字用哪种编码都读不出，可能已损坏；没有读入任何内容。请选一种编码，再看读出的结果。</translation>
    </message>
    <message>
        <source>{name} is too large for a table of replacements; nothing was read.</source>
        <translation>{name} 太大，不像替换表，没有读入。</translation>
    </message>
    <message>
        <source>{name} is {kind}, which this version does not read; the file was left as it is. Open it in the program that made it, select all, copy, and paste the text here.</source>
        <translation>{name} 是 {kind} 文件，本版本不能读取，文件未作改动。请用原来的程序打开，全选、复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} lies in {depth} archives or mails inside each other and was not opened. Unpack it, then take in what is inside.</source>
        <translation>{name} 层层套在 {depth} 个压缩包或邮件里，没有打开。请先解压，再收里面的文件。</translation>
    </message>
    <message>
        <source>{name} made the part of the program that reads files break off, so nothing was taken over from it. Open it in the program that made it, copy the text and paste it here.</source>
        <translation>读取 {name} 时，负责读取的部分中断了，没有从中收取任何内容。请用原来的程序打开，复制文字后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} takes more memory to read than any manuscript needs, and was given up. If it is one, open it in the program that made it, copy the text and paste it here.</source>
        <translation>读取 {name} 需要的内存超出了任何稿件所需，已放弃读取。如果确是稿件，请用原来的程序打开，复制文字后粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {limit} MB; what lies beyond was not read. Unpack it, then take in what is needed.</source>
        <translation>{name} 解压后超过 {limit} MB，超出部分没有读。请先解压，再收需要的文件。</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {most} MB, far more than any manuscript, so it was not read. Open it in Word, select all, copy, and paste the text here.</source>
        <translation>{name} 解压后超过 {most} MB，远远超过一般稿件，没有读取。请在 Word 里打开它，全选、复制，再把文字粘贴到这里。</translation>
    </message>
    <message>
        <source>{name} was not read: the part of the program that reads files could not be started ({reason}). Start the program again; if that does not help, install it anew.</source>
        <translation>{name} 没有读取：负责读取文件的部分无法启动（{reason}）。请重新启动本程序；如仍不行，请重新安装。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); nothing was taken over. Copy it to this computer and try again.</source>
        <translation>无法读取 {path}（{reason}），没有读入任何内容。请把它复制到本机后再试。</translation>
    </message>
    <message>
        <source>{path} is a folder, not a library. Nothing was changed. Choose a file in it.</source>
        <translation>{path} 是文件夹，不是资料库。没有任何改动。请选择其中的文件。</translation>
    </message>
    <message>
        <source>{path} is a folder; nothing was read. Choose a file inside it.</source>
        <translation>{path} 是文件夹，没有读入任何内容。请选择其中的文件。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} MB and was not read. Split it, or paste the part that is needed.</source>
        <translation>{path} 超过 {limit} MB，没有读入。请拆分文件，或粘贴需要的部分。</translation>
    </message>
    <message>
        <source>{path} is no file but a device or a pipe; nothing was read. Choose a file.</source>
        <translation>{path} 不是文件，而是设备或管道，没有读取。请选择文件。</translation>
    </message>
    <message>
        <source>{path} is the library itself. Nothing was changed. Choose a backup.</source>
        <translation>{path} 就是资料库本身。没有做任何改动。请选择一个备份。</translation>
    </message>
    <message>
        <source>{path} is the library itself. Nothing was changed. Choose another file.</source>
        <translation>{path} 就是资料库本身。没有做任何改动。请另选一个文件。</translation>
    </message>
    <message>
        <source>{path} is there a hundred times already. Choose another pattern.</source>
        <translation>{path} 已经有一百份了。请换一个名称规则。</translation>
    </message>
    <message>
        <source>{path} is there already and is no backup. It was left as it is. Choose another file.</source>
        <translation>{path} 已经存在，而且不是备份，已保持原样。请另选一个文件。</translation>
    </message>
    <message>
        <source>{path} was not found; nothing was read. Check the name and the folder.</source>
        <translation>找不到 {path}，没有读入任何内容。请核对文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>“{name}” could not be read ({reason}). Nothing was changed. Copy it to this machine and try again.</source>
        <translation>“{name}”无法读取（{reason}）。没有改动任何内容。请先把它复制到本机再试。</translation>
    </message>
    <message>
        <source>“{name}” could not be replaced ({reason}); the old file is unchanged. Choose another file name.</source>
        <translation>无法替换“{name}”（{reason}），原文件未动。请换一个文件名。</translation>
    </message>
    <message>
        <source>“{name}” does not end in a format this program writes ({endings}); nothing was written.</source>
        <translation>“{name}”的扩展名不是本程序能写出的格式（{endings}），没有写出文件。</translation>
    </message>
    <message>
        <source>“{name}” has far more in it than any issue, so it was not read. Nothing was changed.</source>
        <translation>“{name}”里的内容远远多于任何一期，所以没有读取。没有改动任何内容。</translation>
    </message>
    <message>
        <source>“{name}” has macros, which are small programs, so it is not opened from here. Look at its text instead, or save the original and open it where that is safe.</source>
        <translation>“{name}”带有宏（小程序），所以不从这里打开。可以看它的文字，或把原件另存后在安全的地方打开。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so nothing was written there. Choose another file name.</source>
        <translation>“{name}”是文件夹，没有写出文件。请换一个文件名。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or another program has changed it. Nothing was changed. Ask for it once more.</source>
        <translation>“{name}”已损坏，或被别的程序改动过。没有改动任何内容。请对方重新发送。</translation>
    </message>
    <message>
        <source>“{name}” is no exchange file of this program, or it is cut off. Nothing was changed. Ask for it once more.</source>
        <translation>“{name}”不是本程序的交换文件，或者不完整。没有改动任何内容。请对方重新发送。</translation>
    </message>
    <message>
        <source>“{name}” is open in LibreOffice ({who}), so it was left as it is. Close it there, or choose another file name. If nobody has it open, delete “{lock}” beside it and try again.</source>
        <translation>“{name}”正在 LibreOffice 中打开（{who}），原文件未动。请在那里关闭它，或换一个文件名。如果并没有人打开，请删除同一文件夹里的“{lock}”再试。</translation>
    </message>
    <message>
        <source>“{name}” is open in another program, so it was left as it is. Close it there, or choose another file name.</source>
        <translation>“{name}”正在另一个程序中打开，原文件未动。请先在那里关闭，或换一个文件名。</translation>
    </message>
    <message>
        <source>“{name}” is write-protected and was left as it is. Choose another file name or remove the protection.</source>
        <translation>“{name}”设了写保护，原文件未动。请换一个文件名，或取消写保护。</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, no document that is opened from here. Look at its text instead, or save the original and open it yourself.</source>
        <translation>“{name}”是 {kind}，不是可以从这里打开的文档。可以看它的文字，或把原件另存后自己打开。</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer version of this program ({program}). Nothing was changed. Update the program to take it in.</source>
        <translation>“{name}”由更新版本的本程序（{program}）写出。没有改动任何内容。请先更新程序再收入。</translation>
    </message>
    <message>
        <source>“{name}” was written, but the library did not take note of it: {reason}</source>
        <translation>“{name}”已写出，但资料库没有记下这次导出：{reason}</translation>
    </message>
    <message>
        <source>“{part}” is empty for this issue, so the folder would have no name. Put a word beside it.</source>
        <translation>“{part}”对这一期是空的，文件夹会没有名字。请在旁边加一个字。</translation>
    </message>
</context>
</TS>
