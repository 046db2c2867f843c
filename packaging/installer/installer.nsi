; The installer: for one person, without an administrator, Chinese and English, also without a window (/S).
;
; Given by installer.py: VERSION, VERSION_NUMBERS, PAYLOAD (the program's folder), OUTPUT, ICON, KILOBYTES, and
; QUICK where the size does not matter, SIGN where there is a certificate.
; Switches: /S no window; /D=FOLDER where to (last, without quotes); /NODESKTOP no sign on the desktop.
; Exit codes: 0 done, 1 given up by the person, 2 not done (the reason is shown, or written to install.log in %TEMP%).

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

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

Name "$(TITLE)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\BulletinDesktop"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "简报编辑台"
VIAddVersionKey /LANG=2052 "FileDescription" "简报编辑台安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\BulletinDesktop.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TITLE ${LANG_SIMPCHINESE} "简报编辑台"
LangString TITLE ${LANG_ENGLISH} "Bulletin Desktop"
LangString RUNNING ${LANG_SIMPCHINESE} "简报编辑台正在运行。请先保存并关闭它，然后点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "Bulletin Desktop is running. Close it first, then choose Retry."
LangString TOO_OLD ${LANG_SIMPCHINESE} "简报编辑台需要 64 位的 Windows 10（1809）或更新的系统。没有安装任何文件。"
LangString TOO_OLD ${LANG_ENGLISH} "Bulletin Desktop needs Windows 10 (1809) or newer, 64-bit. Nothing was installed."
LangString NO_ROOM ${LANG_SIMPCHINESE} "“$INSTDIR”所在的磁盘空间不足，安装没有完成，原有的程序没有改动。请腾出 ${KILOBYTES} KB 后再试。"
LangString NO_ROOM ${LANG_ENGLISH} "The disk of “$INSTDIR” has too little room. Nothing was changed; what was installed before still works. Free ${KILOBYTES} KB and try again."
LangString NOT_WRITTEN ${LANG_SIMPCHINESE} "无法在“$INSTDIR”写入程序文件，安装没有完成，原有的程序没有改动。请换一个文件夹，或关闭正在使用它的程序后再试。"
LangString NOT_WRITTEN ${LANG_ENGLISH} "The program's files could not be written to “$INSTDIR”. Nothing was changed; what was installed before still works. Choose another folder, or close what is using it, and try again."
LangString NOT_EMPTY ${LANG_SIMPCHINESE} "“$INSTDIR”里有别的文件。请选一个空文件夹，或直接使用默认位置。"
LangString NOT_EMPTY ${LANG_ENGLISH} "“$INSTDIR” holds other files. Choose an empty folder, or leave the usual place."

Var OnDesktop

; Say why nothing comes of it, in a box or, without a window, in a file, and end.
!macro Refuse TEXT
  ${If} ${Silent}
    FileOpen $9 "$TEMP\BulletinDesktop-install.log" w
    FileWriteUTF16LE /BOM $9 "${TEXT}$\r$\n"
    FileClose $9
  ${Else}
    MessageBox MB_ICONSTOP|MB_OK "${TEXT}"
  ${EndIf}
  SetErrorLevel 2
  Quit
!macroend

; Wait until the program is closed: its files cannot be replaced while it runs, and its library must be whole.
!macro WaitForProgram
  ${Do}
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r1'
    ${If} $1 P= 0
      ${Break}
    ${EndIf}
    System::Call 'kernel32::CloseHandle(p r1)'
    ${If} ${Silent}
      !insertmacro Refuse "$(RUNNING)"
    ${EndIf}
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(RUNNING)" IDRETRY +3
      SetErrorLevel 1
      Quit
  ${Loop}
!macroend

; Let a folder of the new program take the place of the old one.
!macro Exchange FOLDER
  RMDir /r "$INSTDIR\${FOLDER}"
  Rename "$INSTDIR\new\${FOLDER}" "$INSTDIR\${FOLDER}"
!macroend

Function .onInit
  ; The language of the person's Windows decides; anything but Chinese is served in English.
  ${IfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse "$(TOO_OLD)"
  ${EndIf}
  ${IfNot} ${RunningX64}
    !insertmacro Refuse "$(TOO_OLD)"
  ${EndIf}
  StrCpy $OnDesktop 1
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NODESKTOP" $1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 0
  ${EndIf}
  !insertmacro WaitForProgram
FunctionEnd

Section
  SetShellVarContext current
  ; Only our own folder, or an empty one: what is removed later must be ours alone.
  ${IfNot} ${FileExists} "$INSTDIR\BulletinDesktop.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      !insertmacro Refuse "$(NOT_EMPTY)"
    ${EndIf}
  ${EndIf}
  ${GetRoot} "$INSTDIR" $0
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$0\", *l .r1, *l, *l) i .r2'
  ${If} $2 <> 0
    System::Int64Op $1 / 1024
    Pop $1
    System::Int64Op $1 < ${KILOBYTES}
    Pop $1
    ${If} $1 = 1
      !insertmacro Refuse "$(NO_ROOM)"
    ${EndIf}
  ${EndIf}

  ; The new program is laid beside the old one and takes its place at the end: half of one is never started.
  RMDir /r "$INSTDIR\new"
  SetOutPath "$INSTDIR\new"
  ClearErrors
  SetOverwrite try
  File /r /x portable "${PAYLOAD}\*.*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NOT_WRITTEN)"
  ${EndIf}
  SetOutPath "$TEMP"
  !insertmacro WaitForProgram
  !insertmacro Exchange runtime
  !insertmacro Exchange lib
  !insertmacro Exchange app
  !insertmacro Exchange licences
  Delete "$INSTDIR\BulletinDesktop.exe"
  Delete "$INSTDIR\bulletin-cli.exe"
  CopyFiles /SILENT "$INSTDIR\new\*.*" "$INSTDIR"
  RMDir /r "$INSTDIR\new"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\BulletinDesktop.exe"
  ${If} $OnDesktop = 1
    CreateShortcut "$DESKTOP\$(TITLE).lnk" "$INSTDIR\BulletinDesktop.exe"
  ${EndIf}

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
SectionEnd

Function un.onInit
  !insertmacro WaitForProgram
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\new"
  Delete "$INSTDIR\CONTENTS.txt"
  Delete "$INSTDIR\BulletinDesktop.exe"
  Delete "$INSTDIR\bulletin-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
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
    DeleteRegKey HKCU "${CLASSES}\.bulletin"
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd
