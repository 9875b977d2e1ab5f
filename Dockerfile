# The oncograph service for docker-compose.yml: installed from the locks, run by a user without rights.
FROM python:3.12-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/oncograph
COPY requirements.lock requirements-build.lock ./
RUN /opt/oncograph/bin/pip install --no-cache-dir --disable-pip-version-check \
    --require-hashes -r requirements.lock -r requirements-build.lock
COPY . .
RUN /opt/oncograph/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.12-slim-bookworm
RUN useradd --uid 10001 --create-home oncograph && install -d -o oncograph -g oncograph /data
COPY --from=build /opt/oncograph /opt/oncograph
ENV PATH=/opt/oncograph/bin:$PATH PYTHONUNBUFFERED=1 ONCOGRAPH_DATA=/data ONCOGRAPH_HOST=0.0.0.0
USER oncograph
WORKDIR /home/oncograph
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["oncograph"]
CMD ["run"]
