"""The staff's door: every page under /office/."""

from django.urls import URLPattern, URLResolver, include, path

from linli.office.blanks import views as blanks
from linli.office.callback import views as callback
from linli.office.digests import sample
from linli.office.digests import views as digests
from linli.office.disputes import views as disputes
from linli.office.figures import leave
from linli.office.figures import views as figures
from linli.office.filing import slip
from linli.office.filing import views as filing
from linli.office.home import views as home
from linli.office.matter import acting, alike, papers
from linli.office.matter import views as matter
from linli.office.requests import views as requests
from linli.office.team import away, hands
from linli.office.team import views as team
from linli.office.wording import views as wording
from linli.office.worklist import bulk, saved
from linli.office.worklist import views as worklist

app_name = "office"
urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", include("linli.office.signin.urls")),
    path("", include("linli.office.admin_urls")),
    path("", home.today, name="today"),
    path("read/", home.read, name="read"),
    path("worklist/", worklist.worklist, name="worklist"),
    path("worklist/acts/", bulk.bulk, name="bulk"),
    path("wordings/", wording.kept, name="wordings"),
    path("wordings/<uuid:wording>/end/", wording.end, name="end_wording"),
    path("worklist/team/", team.team, name="team"),
    path("worklist/team/<uuid:unit>/<uuid:whose>/", hands.hands, name="hands"),
    path("worklist/away/", away.away, name="away"),
    path("worklist/away/<uuid:absence>/end/", away.end, name="end_absence"),
    path("worklist/saved/", saved.save, name="save_filter"),
    path("worklist/saved/<uuid:saved>/", saved.forget, name="forget_filter"),
    path("requests/", requests.requests, name="requests"),
    path("notices/", include("linli.office.notices.urls")),
    path("matters/id/<uuid:matter>/", matter.by_id, name="matter_by_id"),
    path("matters/<str:number>/", matter.matter, name="matter"),
    path("matters/<str:number>/acts/<str:verb>/", acting.act, name="act"),
    path("matters/<str:number>/texts/<uuid:text>/", matter.original, name="original"),
    path("matters/<str:number>/files/<uuid:file>/", matter.file, name="matter_file"),
    path("matters/<str:number>/compare/", matter.compare, name="compare"),
    path("matters/<str:number>/alike/", alike.alike, name="alike"),
    path("matters/<str:number>/alike/<str:other>/", alike.link, name="link_same"),
    path("matters/<str:number>/file.pdf", papers.dispute_file, name="dispute_file"),
    path("matters/<str:number>/contact/", matter.contact, name="contact"),
    path("matters/<str:number>/agreement.pdf", papers.agreement, name="agreement"),
    path("disputes/", disputes.disputes, name="disputes"),
    path("figures/", figures.page, name="figures"),
    path("figures/figures.xlsx", figures.take_figures, name="take_figures"),
    path("figures/leave/", leave.leave, name="leave"),
    path("figures/leave/<uuid:ask>/", leave.take, name="take_leave"),
    path("figures/requests.xlsx", figures.take_list, name="take_list"),
    path("digests/", digests.newest, name="digests"),
    path("digests/<uuid:digest>/", digests.digest, name="digest"),
    path("digests/<uuid:digest>/messages/", digests.messages, name="digest_messages"),
    path("digests/<uuid:digest>/sample/", sample.sample, name="digest_sample"),
    path("call-back/", callback.queue, name="calls"),
    path("call-back/<str:number>/", callback.call, name="call"),
    path("call-back/<str:number>/phone/", callback.reveal, name="call_phone"),
    path("file/", filing.file, name="file"),
    path("file/done/", filing.filed, name="filed"),
    path("file/done/slip/", slip.slip, name="slip"),
    path("forms/", blanks.printing, name="forms"),
]
