; The installer: for one person, without an administrator, Chinese and English, also without a window (/S).
;
; Given by installer.py: VERSION, VERSION_NUMBERS, HIGH and LOW (the same as two numbers), FILES (the script that
; unpacks the program), OUTPUT, ICON, SIDE (the picture of the last page), KILOBYTES, LONGEST (characters a path in
; our folder needs), and QUICK where the size does not matter, SIGN where there is a certificate.
; Switches: /S no window; /D=FOLDER where to (last, without quotes); /NODESKTOP no sign on the desktop.
; Exit codes: 0 done, 1 given up by the person, 2 not done. Without a window, what came of it is written to
; BulletinDesktop-install.log in %TEMP%.
;
; The new program is unpacked to NEW. Its parts then take the place of the old ones, which go to OLD until all is
; done. While UNFINISHED is there the launchers do not start the program; whatever moment the power fails in, the
; next setup puts back what lies in OLD and begins anew.

Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\BulletinDesktop"
!define CLASSES "Software\Classes"
!define MUTEX "Local\BulletinDesktop.Running"
!define SETUP_MUTEX "Local\BulletinDesktop.Setup"
!define NEW "$INSTDIR\BulletinDesktop-new"
!define OLD "$INSTDIR\BulletinDesktop-old"
!define UNFINISHED "$INSTDIR\BulletinDesktop-unfinished"
!define LOG "$TEMP\BulletinDesktop-install.log"
!define ALREADY_EXISTS 183

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

Name "$(TITLE)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\BulletinDesktop"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "$(TITLE) ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "简报编辑台"
VIAddVersionKey /LANG=2052 "CompanyName" "Bulletin Desktop"
VIAddVersionKey /LANG=2052 "FileDescription" "简报编辑台安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\BulletinDesktop.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!define MUI_PAGE_CUSTOMFUNCTION_LEAVE leaveFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is for all whose Windows speaks neither, as in the program.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TITLE ${LANG_SIMPCHINESE} "简报编辑台"
LangString TITLE ${LANG_ENGLISH} "Bulletin Desktop"
LangString RUNNING ${LANG_SIMPCHINESE} "简报编辑台正在运行。请先保存并关闭它，然后点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "Bulletin Desktop is running. Save, close it, then choose Retry."
LangString TWICE ${LANG_SIMPCHINESE} "简报编辑台的安装或卸载程序已经打开。请先在那个窗口里完成。"
LangString TWICE ${LANG_ENGLISH} "Setup or removal of Bulletin Desktop is open already. Finish there first."
LangString TOO_OLD ${LANG_SIMPCHINESE} "简报编辑台需要 64 位的 Windows 10（1809）或更新的系统。没有安装任何文件。"
LangString TOO_OLD ${LANG_ENGLISH} "Bulletin Desktop needs Windows 10 (1809) or newer, 64-bit. Nothing was installed."
LangString NEWER ${LANG_SIMPCHINESE} "这台电脑上装的简报编辑台比 ${VERSION} 新，没有改动。新版程序用过的资料库，旧版可能打不开。如果一定要装旧版，请先备份资料库并卸载新版（资料库会保留）。"
LangString NEWER ${LANG_ENGLISH} "The Bulletin Desktop on this PC is newer than ${VERSION}; nothing was changed. An older program may not open a library the newer one has used. If you must go back, back up the library and remove the newer program first (the library stays)."
LangString NO_ROOM ${LANG_SIMPCHINESE} "“$INSTDIR”所在的磁盘空间不足，安装没有完成，原有的程序没有改动。请腾出 ${KILOBYTES} KB 后再试。"
LangString NO_ROOM ${LANG_ENGLISH} "The disk of “$INSTDIR” has too little room. Nothing was changed; what was installed before still works. Free ${KILOBYTES} KB and try again."
LangString NOT_WRITTEN ${LANG_SIMPCHINESE} "无法在“$INSTDIR”写入程序文件，安装没有完成，原有的程序没有改动。请检查磁盘空间，或换一个文件夹再试。"
LangString NOT_WRITTEN ${LANG_ENGLISH} "The program's files could not be written to “$INSTDIR”. Nothing was changed; what was installed before still works. See to the room on the disk, or choose another folder, and try again."
LangString NOT_EMPTY ${LANG_SIMPCHINESE} "“$INSTDIR”里有别的文件。请选一个空文件夹，或直接使用默认位置。"
LangString NOT_EMPTY ${LANG_ENGLISH} "“$INSTDIR” holds other files. Choose an empty folder, or leave the usual place."
LangString NO_FOLDER ${LANG_SIMPCHINESE} "“$INSTDIR”是整个磁盘。请在其中选一个文件夹，例如“$INSTDIR\BulletinDesktop”。"
LangString NO_FOLDER ${LANG_ENGLISH} "“$INSTDIR” is a whole disk. Choose a folder on it, as “$INSTDIR\BulletinDesktop”."
LangString TOO_LONG ${LANG_SIMPCHINESE} "文件夹“$INSTDIR”的路径太长，Windows 放不下其中的文件。请选一个路径较短的文件夹。"
LangString TOO_LONG ${LANG_ENGLISH} "The path of the folder “$INSTDIR” is too long for Windows to keep files in it. Choose a folder with a shorter path."
LangString PORTABLE ${LANG_SIMPCHINESE} "“$INSTDIR”里是免安装版，它的资料库就在旁边。请选另一个文件夹；要更新免安装版，请解压新的免安装包。"
LangString PORTABLE ${LANG_ENGLISH} "“$INSTDIR” holds the portable program with its library. Choose another folder; to renew the portable program, unpack the new archive."
LangString IN_USE ${LANG_SIMPCHINESE} "“$R1”正被别的程序使用（例如打开着的文件夹窗口或杀毒软件）。请关闭它，然后点“重试”；点“取消”则保留原有的程序。"
LangString IN_USE ${LANG_ENGLISH} "“$R1” is in use by another program, as an open folder window or a virus scanner. Close it, then choose Retry; Cancel keeps the program as it was."
LangString KEPT ${LANG_SIMPCHINESE} "“$R1”正被别的程序使用，没有完成，原有的程序没有改动。请关闭使用它的程序后再试。"
LangString KEPT ${LANG_ENGLISH} "“$R1” is in use by another program. Nothing was changed; what was installed before still works. Close what uses it and try again."
LangString HALF ${LANG_SIMPCHINESE} "“$R1”正被别的程序使用，程序现在不完整，暂时不能启动，资料库没有受到影响。请重新启动电脑，再运行一次安装程序。"
LangString HALF ${LANG_ENGLISH} "“$R1” is in use by another program. The program is not whole now and does not start; your library is not affected. Restart the PC and run the setup again."
LangString STAYS ${LANG_SIMPCHINESE} "将从下面的文件夹卸载简报编辑台。资料库、备份和来稿原件都会保留，以后重新安装仍可打开。"
LangString STAYS ${LANG_ENGLISH} "Bulletin Desktop will be removed from the folder below. The library, its backups and the manuscripts' originals stay, and open again after a new setup."
LangString COPYING ${LANG_SIMPCHINESE} "正在复制程序文件……"
LangString COPYING ${LANG_ENGLISH} "Copying the program's files …"
LangString REMOVING ${LANG_SIMPCHINESE} "正在移除程序文件……"
LangString REMOVING ${LANG_ENGLISH} "Removing the program's files …"
LangString INSTALLED ${LANG_SIMPCHINESE} "简报编辑台 ${VERSION} 已安装到“$INSTDIR”。"
LangString INSTALLED ${LANG_ENGLISH} "Bulletin Desktop ${VERSION} was installed to “$INSTDIR”."
LangString REMOVED ${LANG_SIMPCHINESE} "简报编辑台已从“$INSTDIR”卸载，资料库和备份保留。"
LangString REMOVED ${LANG_ENGLISH} "Bulletin Desktop was removed from “$INSTDIR”; the library and its backups stay."

Var OnDesktop
Var Upgrade ; 1 if the program stands in the folder already
Var Elsewhere ; where else it stands, as the list of programs says; or empty
Var Why ; the reason against a folder; or empty

; Without a window, leave in a file what came of it.
!macro Log TEXT
  ${If} ${Silent}
    FileOpen $9 "${LOG}" w
    FileWriteUTF16LE /BOM $9 "${TEXT}$\r$\n"
    FileClose $9
  ${EndIf}
!macroend

; Say why nothing comes of it and end.
!macro Refuse TEXT
  !insertmacro Log "${TEXT}"
  MessageBox MB_ICONSTOP|MB_OK "${TEXT}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; The parts of the program. What is started is the last to come.
!macro EachPart DO
  !insertmacro ${DO} "runtime"
  !insertmacro ${DO} "lib"
  !insertmacro ${DO} "app"
  !insertmacro ${DO} "licences"
  !insertmacro ${DO} "CONTENTS.txt"
  !insertmacro ${DO} "uninstall.exe"
  !insertmacro ${DO} "bulletin-cli.exe"
  !insertmacro ${DO} "BulletinDesktop.exe"
!macroend

!macro Aside PART
  !insertmacro Move "$INSTDIR\${PART}" "${OLD}\${PART}"
!macroend

!macro InPlace PART
  !insertmacro Move "${NEW}\${PART}" "$INSTDIR\${PART}"
!macroend

!macro Back PART
  ${If} ${FileExists} "${OLD}\${PART}"
    RMDir /r "$INSTDIR\${PART}"
    Delete "$INSTDIR\${PART}"
    !insertmacro Move "${OLD}\${PART}" "$INSTDIR\${PART}"
  ${EndIf}
!macroend

!macro Remove PART
  RMDir /r "$Elsewhere\${PART}"
  Delete "$Elsewhere\${PART}"
!macroend

; Rename FROM, if it is there, to TO, unless a move before failed: $R0 is then 1, and $R1 what could not be moved.
!macro Move FROM TO
  ${If} $R0 = 0
    StrCpy $R1 "${FROM}"
    StrCpy $R2 "${TO}"
    !ifdef __UNINSTALL__
      Call un.move
    !else
      Call move
    !endif
  ${EndIf}
!macroend

; Say one thing, not the name of every file, which takes longer than to write it.
!macro Say TEXT
  SetDetailsPrint textonly
  DetailPrint "${TEXT}"
  SetDetailsPrint none
!macroend

; Undo an exchange that was not finished; $R0 is 0 if what stood there before stands there again.
!macro PutBack
  StrCpy $R0 0
  !insertmacro EachPart Back
!macroend

; Let the launchers start the program again. A virus scanner may hold even an empty file.
!macro Finish
  StrCpy $R3 0
  ${Do}
    Delete "${UNFINISHED}"
    ${IfNot} ${FileExists} "${UNFINISHED}"
    ${OrIf} $R3 >= 40
      ${Break}
    ${EndIf}
    IntOp $R3 $R3 + 1
    Sleep 250
  ${Loop}
!macroend

; Let what stood there before an interrupted setup stand there again. Without the last of its parts it never stood.
!macro Heal
  ${If} ${FileExists} "${UNFINISHED}"
    !insertmacro PutBack
    ${If} $R0 <> 0
      !insertmacro Refuse "$(HALF)"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\BulletinDesktop.exe"
      !insertmacro Finish
    ${EndIf}
  ${EndIf}
!macroend

; Move the parts that stand there to OLD; a program that runs now has seen that or is seen here.
!macro TakeAside
  ${Do}
    !insertmacro WaitForProgram
    CreateDirectory "${OLD}"
    FileOpen $9 "${UNFINISHED}" w
    FileClose $9
    !insertmacro IsRunning
    ${If} $1 P= 0
      ${Break}
    ${EndIf}
    !insertmacro Finish
  ${Loop}
  StrCpy $R0 0
  !insertmacro EachPart Aside
!macroend

; Undo everything, say that $R1 is in use, and end.
!macro GiveUp
  StrCpy $R5 $R1
  !insertmacro PutBack
  ${If} $R0 <> 0
    !insertmacro Refuse "$(HALF)"
  ${EndIf}
  StrCpy $R1 $R5
  !insertmacro Finish
  RMDir /r "${NEW}"
  RMDir "${OLD}"
  !insertmacro Refuse "$(KEPT)"
!macroend

!macro IsRunning
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r1'
  ${If} $1 P<> 0
    System::Call 'kernel32::CloseHandle(p r1)'
  ${EndIf}
!macroend

; Wait until the program is closed: its files cannot be replaced while it runs, and its library must be whole.
!macro WaitForProgram
  ${Do}
    !insertmacro IsRunning
    ${If} $1 P= 0
      ${Break}
    ${EndIf}
    ${If} ${Silent}
      RMDir /r "${NEW}"
      !insertmacro Refuse "$(RUNNING)"
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(RUNNING)" IDCANCEL`
      RMDir /r "${NEW}"
      SetErrorLevel 1
      Quit
    ${EndIf}
  ${Loop}
!macroend

; One setup or removal at a time: somebody may double-click twice.
!macro OnlyOne
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${SETUP_MUTEX}") p .r1 ?e'
  Pop $0
  ${If} $0 = ${ALREADY_EXISTS}
    !insertmacro Refuse "$(TWICE)"
  ${EndIf}
!macroend

; Rename $R1, if it is there, to $R2; $R0 is 1 if it cannot be done. A virus scanner holds new files for a moment.
!macro MoveFunction NAME
  Function ${NAME}
    ${IfNot} ${FileExists} "$R1"
      Return
    ${EndIf}
    StrCpy $R3 0
    ${Do}
      ClearErrors
      Rename "$R1" "$R2"
      ${IfNot} ${Errors}
        Return
      ${EndIf}
      IntOp $R3 $R3 + 1
      ${If} $R3 >= 40
        ${If} ${Cmd} `MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(IN_USE)" /SD IDCANCEL IDCANCEL`
          StrCpy $R0 1
          Return
        ${EndIf}
        StrCpy $R3 0
      ${EndIf}
      Sleep 250
    ${Loop}
  FunctionEnd
!macroend
!insertmacro MoveFunction move
!insertmacro MoveFunction un.move

; Set $Why if the program of the folder FOLDER is newer than ours.
!macro RefuseNewer FOLDER
  ClearErrors
  GetDLLVersion "${FOLDER}\BulletinDesktop.exe" $0 $1
  ${IfNot} ${Errors}
    ${If} $0 U> ${HIGH}
      StrCpy $Why "$(NEWER)"
    ${ElseIf} $0 = ${HIGH}
    ${AndIf} $1 U> ${LOW}
      StrCpy $Why "$(NEWER)"
    ${EndIf}
  ${EndIf}
!macroend

; Set $Why to the reason why the program cannot go into $INSTDIR, if there is one.
Function checkFolder
  StrCpy $Why ""
  StrCpy $Upgrade 0
  !insertmacro Heal
  ${GetRoot} "$INSTDIR" $R4
  StrLen $0 "$INSTDIR"
  IntOp $0 $0 + ${LONGEST}
  ${If} $INSTDIR == $R4
  ${OrIf} $INSTDIR == "$R4\"
    StrCpy $Why "$(NO_FOLDER)"
  ${ElseIf} $0 >= 260
    StrCpy $Why "$(TOO_LONG)"
  ${ElseIf} ${FileExists} "$INSTDIR\portable"
    StrCpy $Why "$(PORTABLE)"
  ${ElseIf} ${FileExists} "$INSTDIR\BulletinDesktop.exe"
    StrCpy $Upgrade 1
  ${ElseIfNot} ${FileExists} "${NEW}" ; of a first setup that was interrupted
  ${AndIfNot} ${FileExists} "${UNFINISHED}"
    ; What is removed later must be ours alone.
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      StrCpy $Why "$(NOT_EMPTY)"
    ${EndIf}
  ${EndIf}
  ${If} $Why != ""
    Return
  ${EndIf}

  ReadRegStr $Elsewhere HKCU "${KEY}" "InstallLocation"
  ${If} $Elsewhere == $INSTDIR
  ${OrIfNot} ${FileExists} "$Elsewhere\BulletinDesktop.exe"
  ${OrIf} ${FileExists} "$Elsewhere\portable"
    StrCpy $Elsewhere ""
  ${EndIf}
  !insertmacro RefuseNewer "$INSTDIR"
  ${If} $Elsewhere != ""
    !insertmacro RefuseNewer "$Elsewhere"
  ${EndIf}

  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$R4\", *l .r1, *l, *l) i .r2'
  ${If} $2 <> 0
    System::Int64Op $1 / 1024
    Pop $1
    System::Int64Op $1 < ${KILOBYTES}
    Pop $1
    ${If} $1 = 1
      StrCpy $Why "$(NO_ROOM)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; In the window the person can choose another folder.
Function leaveFolder
  Call checkFolder
  ${If} $Why != ""
    MessageBox MB_ICONSTOP|MB_OK "$Why"
    Abort
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse "$(TOO_OLD)"
  ${EndIf}
  StrCpy $OnDesktop 1
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NODESKTOP" $1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 0
  ${EndIf}
  !insertmacro OnlyOne
  !insertmacro WaitForProgram
FunctionEnd

; A file could not be unpacked to its end.
Function .onInstFailed
  !insertmacro Log "$(NOT_WRITTEN)"
  SetOutPath "$TEMP"
  RMDir /r "${NEW}"
  RMDir "$INSTDIR"
FunctionEnd

Section
  SetShellVarContext current
  Call checkFolder
  ${If} $Why != ""
    !insertmacro Refuse "$Why"
  ${EndIf}
  !insertmacro Say "$(COPYING)"
  RMDir /r "${OLD}"
  RMDir /r "${NEW}"
  ClearErrors
  SetOverwrite try
  !include "${FILES}"
  WriteUninstaller "${NEW}\uninstall.exe"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "${NEW}"
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NOT_WRITTEN)"
  ${EndIf}
  SetOutPath "$TEMP"

  !insertmacro TakeAside
  !insertmacro EachPart InPlace
  ${If} $R0 <> 0
    !insertmacro GiveUp
  ${EndIf}
  ; A person has one program. The same folder may go by two names: what lies here now must not lie there.
  ${If} $Elsewhere != ""
  ${AndIfNot} ${FileExists} "$Elsewhere\BulletinDesktop-unfinished"
    !insertmacro EachPart Remove
    RMDir "$Elsewhere"
  ${EndIf}
  !insertmacro Finish
  RMDir /r "${NEW}"
  RMDir /r "${OLD}"

  ; A sign that was taken off the desktop does not come back with every upgrade.
  ${If} $Upgrade = 1
  ${AndIfNot} ${FileExists} "$DESKTOP\简报编辑台.lnk"
  ${AndIfNot} ${FileExists} "$DESKTOP\Bulletin Desktop.lnk"
    StrCpy $OnDesktop 0
  ${EndIf}
  ${If} "$(TITLE)" == "Bulletin Desktop" ; the language of Windows may have changed
    Delete "$SMPROGRAMS\简报编辑台.lnk"
    Delete "$DESKTOP\简报编辑台.lnk"
  ${Else}
    Delete "$SMPROGRAMS\Bulletin Desktop.lnk"
    Delete "$DESKTOP\Bulletin Desktop.lnk"
  ${EndIf}
  SetOutPath "$DOCUMENTS" ; where the program begins
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\BulletinDesktop.exe"
  ${If} $OnDesktop = 1
    CreateShortcut "$DESKTOP\$(TITLE).lnk" "$INSTDIR\BulletinDesktop.exe"
  ${EndIf}
  SetOutPath "$TEMP"

  WriteRegStr HKCU "${KEY}" "DisplayName" "$(TITLE)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\BulletinDesktop.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Bulletin Desktop"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1

  ; Our own file is opened by us; Word's stays with Word, we are only offered beside it.
  WriteRegStr HKCU "${CLASSES}\.bulletin" "" "BulletinDesktop.Bulletin"
  WriteRegStr HKCU "${CLASSES}\BulletinDesktop.Bulletin" "" "$(TITLE)"
  WriteRegStr HKCU "${CLASSES}\BulletinDesktop.Bulletin\DefaultIcon" "" "$INSTDIR\BulletinDesktop.exe,0"
  WriteRegStr HKCU "${CLASSES}\BulletinDesktop.Bulletin\shell\open\command" "" '"$INSTDIR\BulletinDesktop.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\BulletinDesktop.Document\shell\open\command" "" '"$INSTDIR\BulletinDesktop.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\BulletinDesktop.Document\shell\open" "FriendlyAppName" "$(TITLE)"
  WriteRegStr HKCU "${CLASSES}\.docx\OpenWithProgids" "BulletinDesktop.Document" ""
  WriteRegStr HKCU "${CLASSES}\Applications\BulletinDesktop.exe" "FriendlyAppName" "$(TITLE)"
  WriteRegStr HKCU "${CLASSES}\Applications\BulletinDesktop.exe\shell\open\command" "" '"$INSTDIR\BulletinDesktop.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\BulletinDesktop.exe\SupportedTypes" ".docx" ""
  WriteRegStr HKCU "${CLASSES}\Applications\BulletinDesktop.exe\SupportedTypes" ".bulletin" ""
  ${RefreshShellIcons}
  !insertmacro Log "$(INSTALLED)"
SectionEnd

Function un.onInit
  !insertmacro OnlyOne
  !insertmacro WaitForProgram
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  SetOutPath "$TEMP" ; a folder that somebody stands in cannot be removed
  !insertmacro Say "$(REMOVING)"
  !insertmacro Heal
  RMDir /r "${OLD}"
  !insertmacro TakeAside
  ${If} $R0 <> 0
    !insertmacro GiveUp
  ${EndIf}
  RMDir /r "${OLD}"
  RMDir /r "${NEW}"
  !insertmacro Finish
  RMDir "$INSTDIR"
  ; What the program keeps for itself; the library, its backups and its journal stay.
  RMDir /r "$LOCALAPPDATA\BulletinDesktop\Logs"
  RMDir /r "$LOCALAPPDATA\BulletinDesktop\Cache"
  Delete "$LOCALAPPDATA\BulletinDesktop\*.ini"
  RMDir "$LOCALAPPDATA\BulletinDesktop"
  Delete "$SMPROGRAMS\简报编辑台.lnk"
  Delete "$SMPROGRAMS\Bulletin Desktop.lnk"
  Delete "$DESKTOP\简报编辑台.lnk"
  Delete "$DESKTOP\Bulletin Desktop.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${CLASSES}\BulletinDesktop.Bulletin"
  DeleteRegKey HKCU "${CLASSES}\BulletinDesktop.Document"
  DeleteRegKey HKCU "${CLASSES}\Applications\BulletinDesktop.exe"
  DeleteRegValue HKCU "${CLASSES}\.docx\OpenWithProgids" "BulletinDesktop.Document"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.docx\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.docx"
  ReadRegStr $0 HKCU "${CLASSES}\.bulletin" ""
  ${If} $0 == "BulletinDesktop.Bulletin"
    DeleteRegValue HKCU "${CLASSES}\.bulletin" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.bulletin"
  ${RefreshShellIcons}
  !insertmacro Log "$(REMOVED)"
SectionEnd
