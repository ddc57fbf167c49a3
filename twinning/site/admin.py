from django.contrib import admin


class TwinningAdminSite(admin.AdminSite):
    pass
