; Inno Setup 6: an installer for Windows around dist\dropmill. Not tried yet; see packaging/README.md.
;   iscc /DVersion=0.1.0 packaging\windows.iss
; packaging\installer.py calls it so. With /DSigned and a sign tool named dropmill the installer and its uninstaller are
; signed, too.

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 packaging\windows.iss
#endif

[Setup]
AppId={{6B0E7A52-9E0C-4C0B-9C68-5D6E4F6B2D11}
AppName=Dropmill
AppVersion={#Version}
AppPublisher=The Dropmill authors
DefaultDirName={autopf}\Dropmill
DefaultGroupName=Dropmill
DisableProgramGroupPage=yes
LicenseFile=..\LICENSE
OutputDir=..\dist
OutputBaseFilename=dropmill-{#Version}-setup
SetupIconFile=..\resources\app-icon.ico
UninstallDisplayIcon={app}\dropmill.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For the person who installs it, without an administrator; for everybody on request.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
Compression=lzma2
SolidCompression=yes
; A running Dropmill is asked to close; its queue survives that.
CloseApplications=yes
ChangesAssociations=yes
ChangesEnvironment=yes
#ifdef Signed
SignTool=dropmill
SignedUninstaller=yes
#endif

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: sendto; Description: "Put Dropmill into the menu ""Send to"""
Name: path; Description: "Put the command line (dropmill-cli) on the PATH"; Flags: unchecked

[InstallDelete]
; Files of an older version that a newer one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\dist\dropmill\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Dropmill"; Filename: "{app}\dropmill.exe"
Name: "{autodesktop}\Dropmill"; Filename: "{app}\dropmill.exe"; Tasks: desktopicon

Name: "{usersendto}\Dropmill"; Filename: "{app}\dropmill.exe"; Tasks: sendto

[Registry]
; Recipe files are Dropmill's own. HKA: of the person, or of everybody, as it is installed.
Root: HKA; Subkey: "Software\Classes\.dropmill"; ValueType: string; ValueData: "Dropmill.Recipe"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Dropmill.Recipe"; ValueType: string; ValueData: "Dropmill recipe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Dropmill.Recipe\DefaultIcon"; ValueType: string; ValueData: "{app}\dropmill.exe,0"
Root: HKA; Subkey: "Software\Classes\Dropmill.Recipe\shell\open\command"; ValueType: string; ValueData: """{app}\dropmill.exe"" ""%1"""
; Pictures and tables keep the program that opens them; Dropmill is offered under "Open with".
Root: HKA; Subkey: "Software\Classes\Applications\dropmill.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Dropmill"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\dropmill.exe\shell\open\command"; ValueType: string; ValueData: """{app}\dropmill.exe"" ""%1"""
#sub OpenWith
Root: HKA; Subkey: "Software\Classes\Applications\dropmill.exe\SupportedTypes"; ValueType: string; ValueName: "{#Suffix}"; ValueData: ""
#endsub
#define Suffixes ".jpg|.jpeg|.png|.webp|.gif|.tif|.tiff|.bmp|.avif|.csv|.tsv|.xlsx|.xls|.ods|.json|.ndjson|.sqlite|"
#define Suffix ""
#define Rest Suffixes
#for {0; Len(Rest) > 0; Rest = Copy(Rest, Pos("|", Rest) + 1)} Suffix = Copy(Rest, 1, Pos("|", Rest) - 1), OpenWith
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath(ExpandConstant('{app}'))

[Run]
Filename: "{app}\dropmill.exe"; Description: "{cm:LaunchProgram,Dropmill}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath(Folder: string): Boolean;
var
  Present: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Present) then
    Present := '';
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(Present) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Present, Folder: string;
  Place: Integer;
begin
  if (Step <> usPostUninstall) or not RegQueryStringValue(HKCU, 'Environment', 'Path', Present) then
    exit;
  Folder := ';' + ExpandConstant('{app}');
  Place := Pos(Uppercase(Folder), Uppercase(Present));
  if Place > 0 then
  begin
    Delete(Present, Place, Length(Folder));
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Present);
  end;
end;
